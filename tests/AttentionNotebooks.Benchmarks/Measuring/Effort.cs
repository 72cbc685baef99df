namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>How much time a case gets.</summary>
/// <param name="Budget">What its rounds may take, unless <paramref name="LeastRounds"/> need longer.</param>
/// <param name="LeastRounds">Rounds that the median needs at least.</param>
/// <param name="MostRounds">Enough for a median.</param>
internal sealed record Effort(TimeSpan Budget, int LeastRounds, int MostRounds)
{
    public static Effort Quick { get; } = new(TimeSpan.FromSeconds(1.5), LeastRounds: 7, MostRounds: 15);

    public static Effort Full { get; } = new(TimeSpan.FromSeconds(8), LeastRounds: 7, MostRounds: 41);
}
