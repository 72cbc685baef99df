using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A call of one size that can be made again and again.</summary>
/// <param name="Run">Makes it.</param>
/// <param name="ResultBytes">What was allocated for its results.</param>
internal sealed record GrowthCall(Action Run, double ResultBytes)
{
    private const int Seed = 1;

    /// <summary>Attention of random heads. All heads hold the same numbers, each in memory of its own.</summary>
    internal static GrowthCall Of<T>(AttentionCost cost, bool keepsWeights, ComputeOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<T>[] queries = Draw(0), keys = Draw(1), values = Draw(2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Matrix<T>[] outputs = Results(cost.HeadSize);
        Matrix<T>[]? weights = keepsWeights ? Results(cost.Tokens) : null;
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return new GrowthCall(() => ScaledDotProductAttention.AttendInto(outputs, queries, keys, values, weights, cost.Mask, options), bytes);

        Matrix<T>[] Draw(int which)
        {
            Matrix<T> one = new Initialisation(Seed + which).Glorot<T>(cost.HeadSize, cost.Tokens);
            return [one, .. Enumerable.Range(1, cost.Heads - 1).Select(_ => one.Clone())];
        }

        Matrix<T>[] Results(int rows)
        {
            Matrix<T>[] results = new Matrix<T>[cost.Heads];
            for (int head = 0; head < results.Length; head++) results[head] = MatrixStorage.Uninitialized<T>(rows, cost.Tokens, out _);
            return results;
        }
    }
}
