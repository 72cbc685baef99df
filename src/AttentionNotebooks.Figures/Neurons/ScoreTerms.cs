using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A score as a sum of products, one a feature, and what the sum is divided by.</summary>
/// <remarks>
/// Dot products: qᵢ·kᵢ, divided by √q where scaled. Bilinear: (Wq)ᵢ·kᵢ. Additive: uᵢ·tanh(W₁q + W₂k)ᵢ. Products and sum are worked out in
/// <see cref="double"/> from the very entries of the vectors, independently of the engine's score.
/// </remarks>
internal sealed class ScoreTerms
{
    private ScoreTerms(string left, IEnumerable<double> lefts, string right, IEnumerable<double> rights, double divisor = 1)
    {
        LeftName = left;
        RightName = right;
        Left = [.. lefts];
        Right = [.. rights];
        Products = [.. Left.Zip(Right, (one, other) => one * other)];
        Divisor = divisor;
    }

    /// <summary>What the query gives, for example <c>q</c> or <c>Wq</c>.</summary>
    internal string LeftName { get; }

    /// <summary>What the query's side is multiplied by, for example <c>k</c>.</summary>
    internal string RightName { get; }

    internal double[] Left { get; }

    internal double[] Right { get; }

    internal double[] Products { get; }

    /// <summary>√q in a scaled dot product, otherwise 1.</summary>
    internal double Divisor { get; }

    internal double Sum => Products.Sum();

    internal static ScoreTerms Of<T>(Score<T> score, Vector<T> query, Vector<T> key)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => score switch
        {
            BilinearScore<T> bilinear => new("Wq", Doubles(bilinear.Weights * query), "k", Doubles(key)),
            AdditiveScore<T> additive => new(
                "u",
                Doubles(additive.Combination),
                "tanh(W₁q + W₂k)",
                Doubles(((additive.QueryWeights * query) + (additive.KeyWeights * key)).Map(T.Tanh))),
            _ => new("q", Doubles(query), "k", Doubles(key), score.Kind == ScoreKind.ScaledDotProduct ? Math.Sqrt(query.Count) : 1),
        };

    private static IEnumerable<double> Doubles<T>(Vector<T> vector)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => vector.Select(double.CreateChecked);
}
