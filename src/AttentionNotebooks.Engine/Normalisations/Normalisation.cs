using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>How one column of scores becomes one column of weights. Immutable and safe to share between threads.</summary>
/// <remarks>
/// In all of them a score of −∞ is a key that may not be attended to and gets the weight 0; a column of nothing but −∞ gets zeros, never NaN.
/// Scores of +∞, where softmax and sparsemax have no value, share the whole weight there; ReLU gives them +∞, sigmoid 1. A score of NaN gives NaN.
/// </remarks>
public abstract class Normalisation
{
    private protected Normalisation()
    {
    }

    /// <summary>The name that captions use, for example <c>softmax</c>.</summary>
    public abstract string Name { get; }

    /// <summary>exp(αᵢ/τ) / Σₘ exp(αₘ/τ): weights in (0, 1) that sum to 1 (Vaswani et al. 2017, equation 1; temperature after Hinton et al. 2015).</summary>
    /// <param name="temperature">τ &gt; 0; below 1 sharpens, above 1 flattens.</param>
    /// <returns>The normalisation.</returns>
    /// <remarks>The greatest score is subtracted first, so that no exponential overflows.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="temperature"/> is not a positive finite number.</exception>
    public static Normalisation Softmax(double temperature = 1) => new SoftmaxNormalisation(temperature);

    /// <summary>max(αᵢ, 0): weights from 0 up that need not sum to 1 (Zhang, Titov &amp; Sennrich 2021; Shen et al. 2023).</summary>
    /// <returns>The normalisation.</returns>
    public static Normalisation Relu() => new ReluNormalisation(perKey: false);

    /// <summary>max(αᵢ, 0) / n: ReLU divided by the number of keys (Wortsman et al. 2023).</summary>
    /// <returns>The normalisation.</returns>
    /// <remarks>n counts the keys that the mask allows this query, so that a causal output does not change when the sentence goes on.</remarks>
    public static Normalisation ReluPerKey() => new ReluNormalisation(perKey: true);

    /// <summary>1 / (1 + exp(−(αᵢ + b))): weights in (0, 1), each key on its own (Ramapuram et al. 2024, who set b = −log n).</summary>
    /// <param name="bias">b, finite.</param>
    /// <returns>The normalisation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bias"/> is not finite.</exception>
    public static Normalisation Sigmoid(double bias = 0) => new SigmoidNormalisation(bias);

    /// <summary>The point of the simplex nearest to the scores: weights that sum to 1, many exactly 0 (Martins &amp; Astudillo 2016, algorithm 1).</summary>
    /// <returns>The normalisation.</returns>
    public static Normalisation Sparsemax() => new SparsemaxNormalisation();

    /// <summary>The weights of one query.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scores">α, one entry a key.</param>
    /// <returns>α′, one entry a key.</returns>
    public Vector<T> Apply<T>(Vector<T> scores)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(scores);
        T[] weights = scores.ToArray();
        Apply<T>(weights, weights);
        return Vector<T>.Build.Dense(weights);
    }

    /// <summary>The weights of every query.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="scores">A, n_k×n_q; each column is normalised for itself.</param>
    /// <returns>A′, n_k×n_q.</returns>
    public Matrix<T> Apply<T>(Matrix<T> scores)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(scores);
        Matrix<T> weights = MatrixStorage.Copy(scores, out Span<T> values);
        ApplyToColumns(values, scores.RowCount);
        return weights;
    }

    /// <summary>Normalises each column in place.</summary>
    internal void ApplyToColumns<T>(Span<T> columns, int rows)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        for (int start = 0; start < columns.Length; start += rows)
        {
            Span<T> column = columns.Slice(start, rows);
            Apply<T>(column, column);
        }
    }

    /// <summary>The chain rule: dL/dA from dL/dA′. What dL/dA′ is where the mask forbids does not matter, even where it is infinite or NaN.</summary>
    /// <param name="scores">A as it was normalised, n_k×n_q; −∞ where the mask forbids.</param>
    /// <param name="weights">A′, n_k×n_q.</param>
    /// <param name="weightGradient">dL/dA′, n_k×n_q.</param>
    /// <returns>dL/dA, n_k×n_q; 0 where the mask forbids.</returns>
    internal Matrix<T> Backward<T>(Matrix<T> scores, Matrix<T> weights, Matrix<T> weightGradient)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Matrix<T> gradient = MatrixStorage.Copy(weightGradient, out Span<T> values);
        ReadOnlySpan<T> before = scores.ColumnMajor(), after = weights.ColumnMajor();
        for (int pair = 0; pair < values.Length; pair++)
        {
            if (T.IsNegativeInfinity(before[pair])) values[pair] = T.Zero;
        }

        for (int start = 0, n = scores.RowCount; start < values.Length; start += n)
            Backward(before.Slice(start, n), after.Slice(start, n), values.Slice(start, n));
        return gradient;
    }

    /// <summary>A parameter in the precision of the scores, finite also where that precision is too narrow for it.</summary>
    private protected static T Finite<T>(double parameter)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        T greatest = T.BitDecrement(T.PositiveInfinity);
        return T.Clamp(T.CreateChecked(parameter), -greatest, greatest);
    }

    /// <summary>Writes the weights of one column of scores; both may be the same span.</summary>
    private protected abstract void Apply<T>(ReadOnlySpan<T> scores, Span<T> weights)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>;

    /// <summary>The transposed Jacobian of one column times dα′, which becomes dα in place. A forbidden key comes with dα′ = 0 and leaves with dα = 0.</summary>
    private protected abstract void Backward<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> weights, Span<T> gradient)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>;
}
