using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The score functions: how well a key answers a query.</summary>
public static class Score
{
    /// <summary>kᵀq (Luong et al. 2015, "dot").</summary>
    /// <returns>The score for <see cref="double"/>.</returns>
    public static Score<double> DotProduct() => DotProduct<double>();

    /// <inheritdoc cref="DotProduct()"/>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static Score<T> DotProduct<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new DotProductScore<T>(isScaled: false);

    /// <summary>kᵀq / √q, where q is the size of a query (Vaswani et al. 2017, equation 1).</summary>
    /// <returns>The score for <see cref="double"/>.</returns>
    public static Score<double> ScaledDotProduct() => ScaledDotProduct<double>();

    /// <inheritdoc cref="ScaledDotProduct()"/>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static Score<T> ScaledDotProduct<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new DotProductScore<T>(isScaled: true);

    /// <summary>uᵀ tanh(W₁q + W₂k) (Bahdanau, Cho &amp; Bengio 2015, appendix A.1.2).</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="queryWeights">W₁, a×q; finite.</param>
    /// <param name="keyWeights">W₂, a×k; finite. Keys may have another size than queries.</param>
    /// <param name="combination">u, a entries; finite.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">The three do not share a, or hold NaN or infinity.</exception>
    public static Score<T> Additive<T>(Matrix<T> queryWeights, Matrix<T> keyWeights, Vector<T> combination)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new AdditiveScore<T>(queryWeights, keyWeights, combination);

    /// <summary>kᵀWq (Luong et al. 2015, "general").</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="weights">W, k×q; finite. Keys may have another size than queries.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">W is empty or holds NaN or infinity.</exception>
    public static Score<T> Bilinear<T>(Matrix<T> weights)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new BilinearScore<T>(weights);
}
