using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace AttentionNotebooks;

/// <summary>What learned numbers are before they are learned. All of a model are drawn from one seed, in the order of its layers.</summary>
/// <remarks>
/// As PyTorch does it where nothing else is said: matrices of linear layers from ±1/√inputs (<c>nn.Linear</c>), W^q, W^k and W^v after Glorot
/// (<c>nn.MultiheadAttention</c>). Embeddings are small, as in GPT-2 (Radford et al. 2019), so that steps of training move them from the start.
/// Always uniform, since that takes integer arithmetic, one multiplication and one square root: the same bits on every machine.
/// </remarks>
internal sealed class Initialisation(int seed)
{
    private readonly Xoshiro256StarStar random = new(seed, threadSafe: false);

    /// <summary>From ±limit.</summary>
    internal Matrix<T> Uniform<T>(int rows, int columns, double limit)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Matrix<T>.Build.Dense(rows, columns, (_, _) => T.CreateChecked(((2 * random.NextDouble()) - 1) * limit));

    /// <summary>From ±√(6 / (rows + columns)) (Glorot &amp; Bengio 2010, equation 16).</summary>
    internal Matrix<T> Glorot<T>(int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T> => Uniform<T>(rows, columns, Math.Sqrt(6.0 / (rows + columns)));

    /// <summary>With a mean of 0 and this standard deviation.</summary>
    internal Matrix<T> WithDeviation<T>(int rows, int columns, double deviation)
        where T : unmanaged, IFloatingPointIeee754<T> => Uniform<T>(rows, columns, deviation * Math.Sqrt(3));
}
