using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace AttentionNotebooks;

/// <summary>Weights drawn uniformly from ±√(6 / (rows + columns)) (Glorot &amp; Bengio 2010, equation 16).</summary>
/// <remarks>Integer arithmetic, one multiplication and one square root: the same bits on every machine.</remarks>
internal sealed class Glorot(int seed)
{
    private readonly Xoshiro256StarStar random = new(seed, threadSafe: false);

    internal Matrix<T> Draw<T>(int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double limit = Math.Sqrt(6.0 / (rows + columns));
        return Matrix<T>.Build.Dense(rows, columns, (_, _) => T.CreateChecked(((2 * random.NextDouble()) - 1) * limit));
    }
}
