using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks.Engine.Tests.Reference.Heads;

/// <summary>How far attention from Q, K and V in the precision T may lie from the oracle.</summary>
/// <param name="Scores">Of a score, absolute.</param>
/// <param name="Weights">Of a weight, as a part of it.</param>
/// <param name="LeastWeight">Below this, a weight may be 0.</param>
/// <param name="Output">Of an output, absolute.</param>
/// <remarks>
/// A score is a sum of q products and perhaps a bias, off by at most δ (<see cref="RoundingBound.Sum"/>). Then its exponential is off by the factor e^(δ/τ), and so is
/// the sum of n of them, which adds roundings of its own: a weight is off by the part 2δ/τ + (n + 16)·ε of itself. The weights of a query sum to 1, so its output is
/// off by that part of the greatest value, and by the roundings of a sum of n. The oracle has rounded too, so twice all this. Exponentials near the smallest normal
/// number and below are 0, on both sides.
/// </remarks>
internal sealed record HeadBound(double Scores, double Weights, double LeastWeight, double Output)
{
    public static HeadBound Of<T>(HeadCase<T> head)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadSizes sizes = head.Sizes;
        double product = GreatestNorm(head.Queries, sizes.Query) * GreatestNorm(head.Keys, sizes.Query) / double.CreateChecked(head.Rule.Divisor);
        double bias = Math.Abs(double.CreateChecked(head.Rule.Slope)) * Math.Max(sizes.Keys, sizes.Queries);
        double score = RoundingBound.Sum<T>(sizes.Query, product + bias);
        double weight = (2 * score / double.CreateChecked(head.Rule.Temperature)) + RoundingBound.Sum<T>(sizes.Keys, 1);
        double value = double.CreateChecked(TensorPrimitives.MaxMagnitude<T>(head.Values)), least = 16 * double.CreateChecked(SmallestNormal<T>());
        return new(2 * score, 2 * weight, least, 2 * (weight + RoundingBound.Sum<T>(sizes.Keys, 1)) * Math.Abs(value));
    }

    private static T SmallestNormal<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => T.Epsilon / (T.BitIncrement(T.One) - T.One);

    private static double GreatestNorm<T>(T[] vectors, int size)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Enumerable.Range(0, vectors.Length / size).Max(column => double.CreateChecked(TensorPrimitives.Norm<T>(vectors.AsSpan(column * size, size))));
}
