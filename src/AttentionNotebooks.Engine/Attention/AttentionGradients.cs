using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>What <see cref="ScaledDotProductAttention.Gradients"/> finds: the outputs, and how a loss changes with each entry of Q, K and V.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class AttentionGradients<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal AttentionGradients(Matrix<T>[] outputs, Matrix<T>[] queries, Matrix<T>[] keys, Matrix<T>[] values)
    {
        Outputs = outputs;
        Queries = queries;
        Keys = keys;
        Values = values;
    }

    /// <summary>O of each head, v×n: the forward pass.</summary>
    public IReadOnlyList<Matrix<T>> Outputs { get; }

    /// <summary>dL/dQ of each head, q×n.</summary>
    public IReadOnlyList<Matrix<T>> Queries { get; }

    /// <summary>dL/dK of each key head, q×n_k; where heads share it, the sum of theirs.</summary>
    public IReadOnlyList<Matrix<T>> Keys { get; }

    /// <summary>dL/dV of each key head, v×n_k; where heads share it, the sum of theirs.</summary>
    public IReadOnlyList<Matrix<T>> Values { get; }
}
