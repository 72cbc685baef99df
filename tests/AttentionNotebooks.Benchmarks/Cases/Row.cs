namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>A row of goals; its cases share the words and, where there is one, the goal for their geometric mean.</summary>
/// <param name="Name">What its cases have in common.</param>
/// <param name="Goal">The goal in words.</param>
/// <param name="GeometricMean">The least geometric mean of the ratios, or null.</param>
internal sealed record Row(string Name, string Goal, double? GeometricMean = null)
{
    /// <summary>On these machines a ratio this far below 1 is still a tie.</summary>
    public const double Tie = 0.93;

    public static Row Tiny { get; } = new("output only, tiny", "(1,4,2) ≥ 5, (8,16,64) ≥ 1.6");

    public static Row Output { get; } = new("output only", "each ≥ 1 (tie ±0.07), geometric mean ≥ 1.10, from n = 1024 ≥ 80 % of the limit on one thread", 1.10);

    public static Row Causal { get; } = new("causal", "each ≥ 1.6 up to n = 1024, ≥ 1.3 beyond");

    public static Row Weights { get; } = new("weights kept", "each ≥ 1 (tie ±0.07), geometric mean ≥ 1.05", 1.05);

    public static Row Layer { get; } = new("whole layer", "each ≥ 1 (tie ±0.07), geometric mean ≥ 1.05", 1.05);

    public static Row Training { get; } = new("forward + backward", "each ≥ 1.2");

    public static Row Sizes { get; } = new("other sizes", "per multiply-add within 15 % of the neighbouring good size");

    public static Row Textbook { get; } = new("textbook MathNet", "each ≥ 30");

    public static Row Trace { get; } = new("trace", "at most 1.5 × the time of weights kept");

    public static Row Double { get; } = new("double", "≥ 0.45 × our float");

    public static Row Rules { get; } = new("other rules than softmax", "none: how much slower than the layer with softmax");
}
