using AttentionNotebooks.Benchmarks.Measuring.Limits;

namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>The arithmetic that nobody can leave out.</summary>
/// <param name="MultiplyAdds">Of scores and outputs that are visible, and of projections.</param>
/// <param name="Exponentials">One for each visible score.</param>
/// <param name="ElementBytes">4: float; 8: double, half as many in a vector.</param>
internal readonly record struct Work(double MultiplyAdds, double Exponentials, int ElementBytes = sizeof(float))
{
    public double FloatingPointOperations => 2 * MultiplyAdds;

    /// <summary>The shortest time for it on a machine with these rates.</summary>
    public double LimitSeconds(MachineRates rates) =>
        ElementBytes / sizeof(float) * ((MultiplyAdds / rates.MultiplyAddsPerSecond) + (Exponentials / rates.ExponentialsPerSecond));
}
