using System.Numerics;
using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;
using Formula = AttentionNotebooks.Kernels.ReferenceAttention;

namespace AttentionNotebooks.Engine.Tests.Reference.Heads;

/// <summary>The first rung of the ladder in double, on the numbers of a head as they are; the mask is asked pair by pair.</summary>
internal static class HeadOracle
{
    public static HeadResults<double> Attend<T>(HeadCase<T> head, AttentionMask? mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadSizes sizes = head.Sizes;
        HeadResults<double> results = new(sizes, Kept.Everything);
        double[] queries = head.Queries.ToDouble(), keys = head.Keys.ToDouble();
        HeadSpans<double> spans = new()
        {
            Queries = queries,
            Keys = keys,
            Values = head.Values.ToDouble(),
            Output = results.Output,
            OutputStep = sizes.Value,
            QuerySize = sizes.Query,
            ValueSize = sizes.Value,
            Weights = results.Weights,
        };
        AttentionMask asked = AttentionMask.Custom((mask ?? AttentionMask.None).Allows);
        ScoreRule<double> rule = new(
            head.Rule.Divisor == T.One ? 1 : Math.Sqrt(sizes.Query),
            double.CreateChecked(head.Rule.Temperature),
            double.CreateChecked(head.Rule.Slope),
            asked.ForKernels(sizes.Keys, sizes.Queries));
        for (int query = 0; query < sizes.Queries; query++) Formula.Query(spans, rule, query);

        for (int index = 0; index < results.Scores.Length; index++)
        {
            (int query, int key) = Math.DivRem(index, sizes.Keys);
            double product = TensorPrimitives.Dot<double>(queries.AsSpan(query * sizes.Query, sizes.Query), keys.AsSpan(key * sizes.Query, sizes.Query));
            results.Scores[index] = product / rule.Divisor;
            results.BiasedScores[index] = results.Scores[index] - (rule.Slope * Math.Abs(key - query));
            results.MaskedScores[index] = asked.Allows(key, query) ? results.BiasedScores[index] : double.NegativeInfinity;
        }

        return results;
    }
}
