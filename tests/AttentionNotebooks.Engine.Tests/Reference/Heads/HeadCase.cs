using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Reference.Heads;

/// <summary>Q, K and V of one head, the way from scores to weights, and what the formula says of them in double.</summary>
internal sealed class HeadCase<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes scores differ so much that it counts which one is the greatest of a block.</summary>
    private const double Stretch = 6;

    private readonly AttentionMask? mask;
    private readonly Lazy<HeadResults<double>> expected;

    public HeadCase(HeadSizes sizes, AttentionMask? mask = null, double temperature = 1, double slope = 0, bool isScaled = true, int seed = 1)
    {
        this.mask = mask;
        Sizes = sizes;
        Queries = Array.ConvertAll(Samples.Draw<T>(sizes.Query * sizes.Queries, seed), entry => entry * T.CreateChecked(Stretch));
        Keys = Samples.Draw<T>(sizes.Query * sizes.Keys, seed + 1);
        Values = Samples.Draw<T>(sizes.Value * sizes.Keys, seed + 2);
        T divisor = isScaled ? T.Sqrt(T.CreateChecked(sizes.Query)) : T.One;
        Rule = new(divisor, T.CreateChecked(temperature), T.CreateChecked(slope), mask?.ForKernels(sizes.Keys, sizes.Queries));
        expected = new(() => HeadOracle.Attend(this, mask));
    }

    public HeadSizes Sizes { get; }

    public T[] Queries { get; }

    public T[] Keys { get; }

    public T[] Values { get; }

    public ScoreRule<T> Rule { get; }

    /// <summary>What the formula says in double.</summary>
    public HeadResults<double> Expected => expected.Value;

    public HeadSpans<T> Spans(HeadResults<T> results) => new()
    {
        Queries = Queries,
        Keys = Keys,
        Values = Values,
        Output = results.Output,
        OutputStep = Sizes.Value,
        QuerySize = Sizes.Query,
        ValueSize = Sizes.Value,
        Scores = results.Scores,
        BiasedScores = results.BiasedScores,
        MaskedScores = results.MaskedScores,
        Weights = results.Weights,
        LogSums = results.LogSums,
    };

    /// <summary>By the fused kernel at one width.</summary>
    public HeadResults<T> AttendAt(IWidth<T> width, Kept kept)
    {
        HeadResults<T> results = new(Sizes, kept);
        width.Attend(Spans(results), Rule, 0..Sizes.Queries);
        return results;
    }

    /// <summary>Asserts that the results are those of the formula, as far as the precision of T reaches.</summary>
    public void AgreesWith(HeadResults<T> actual, string who)
    {
        HeadBound bound = HeadBound.Of(this);
        string what = $"by {who} of {Sizes}, {mask?.Name ?? "no mask"}, {Rule}";
        Equal(Expected.Output, actual.Output, Sizes.Value, (bound.Output, 0), $"O {what}");
        Equal(Expected.Weights, actual.Weights, Sizes.Keys, (bound.LeastWeight, bound.Weights), $"A′ {what}");
        Equal(Expected.Scores, actual.Scores, Sizes.Keys, (bound.Scores, 0), $"A {what}");
        Equal(Expected.BiasedScores, actual.BiasedScores, Sizes.Keys, (bound.Scores, 0), $"A with biases {what}");
        Equal(Expected.MaskedScores, actual.MaskedScores, Sizes.Keys, (bound.Scores, 0), $"A with mask {what}");
    }

    private static void Equal(double[] expected, T[] actual, int rows, (double, double) tolerance, string what)
    {
        if (actual.Length > 0) Near.Equal(expected, actual, rows, tolerance, what);
    }
}
