using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using FirstRung = AttentionNotebooks.Kernels.ReferenceAttention;

namespace AttentionNotebooks.Engine.Tests.Kernels;

/// <summary>The first rung of the ladder, which the others are held against, against the formula in MathNet's operators.</summary>
public sealed class ReferenceAttentionTests
{
    private static readonly Gen<(HeadSizes Sizes, int Seed)> Heads =
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 40], Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[0, 10_000])
            .Select((queries, keys, query, value, seed) => (new HeadSizes(queries, keys, query, value), seed));

    [Fact]
    public void Head_InDouble_IsTheFormula() => Heads.Sample(head =>
    {
        AttentionMask? mask = RandomMask.Of(head.Sizes.Keys, head.Sizes.Queries, head.Seed);
        HeadCase<double> example = new(head.Sizes, mask, temperature: 0.7, slope: 0.25, seed: head.Seed);
        HeadResults<double> found = HeadOracle.Attend(example, mask);
        ReferenceSteps expected = ByMatrices(example, mask ?? AttentionMask.None);
        (double, double) tolerance = (1e-12, 0);
        Near.Equal(expected.Scores.ToColumnMajorArray(), found.MaskedScores, head.Sizes.Keys, tolerance, "A");
        Near.Equal(expected.Weights.ToColumnMajorArray(), found.Weights, head.Sizes.Keys, tolerance, "A′");
        Near.Equal(expected.Output.ToColumnMajorArray(), found.Output, head.Sizes.Value, tolerance, "O");
    });

    [Fact]
    public void Head_InAnyPrecision_IsTheOneInDouble() => Heads.Sample(head =>
    {
        Agrees<float>(head.Sizes, head.Seed);
        Agrees<double>(head.Sizes, head.Seed);
    });

    private static void Agrees<T>(HeadSizes sizes, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadCase<T> head = new(sizes, RandomMask.Of(sizes.Keys, sizes.Queries, seed), temperature: 0.7, slope: 0.25, seed: seed);
        foreach (Kept kept in new[] { Kept.Nothing, Kept.Weights })
        {
            HeadResults<T> results = new(sizes, kept);
            for (int query = 0; query < sizes.Queries; query++) FirstRung.Query(head.Spans(results), head.Rule, query);
            head.AgreesWith(results, "the first rung");
        }
    }

    /// <summary>With K above V in one source, of which the learned matrices take their part.</summary>
    private static ReferenceSteps ByMatrices(HeadCase<double> head, AttentionMask mask)
    {
        HeadSizes sizes = head.Sizes;
        Matrix<double> query = Matrix<double>.Build.DenseIdentity(sizes.Query), value = Matrix<double>.Build.DenseIdentity(sizes.Value);
        Matrix<double> keyPart = query.Append(Matrix<double>.Build.Dense(sizes.Query, sizes.Value));
        Matrix<double> valuePart = Matrix<double>.Build.Dense(sizes.Value, sizes.Query).Append(value);
        Reference.ReferenceAttention formula = new(query, keyPart, valuePart)
        {
            Score = ScoreCase<double>.ScaledDotProduct().Formula,
            Normalise = scores => ReferenceNormalisation.Softmax(scores, head.Rule.Temperature),
            Allows = mask.Allows,
            Bias = (key, position) => -head.Rule.Slope * Math.Abs(key - position),
        };
        Matrix<double> keys = Matrix<double>.Build.Dense(sizes.Query, sizes.Keys, head.Keys), values = Matrix<double>.Build.Dense(sizes.Value, sizes.Keys, head.Values);
        return formula.Attend(Matrix<double>.Build.Dense(sizes.Query, sizes.Queries, head.Queries), keys.Stack(values));
    }
}
