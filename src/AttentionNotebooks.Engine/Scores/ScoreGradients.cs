using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>How a loss changes with all that scores are computed from.</summary>
/// <param name="Queries">dL/dQ, q×n_q.</param>
/// <param name="Keys">dL/dK, k×n_k.</param>
/// <param name="Learned">dL/dW of each of <see cref="Score{T}.LearnedMatrices"/>.</param>
internal sealed record ScoreGradients<T>(Matrix<T> Queries, Matrix<T> Keys, params Matrix<T>[] Learned)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>;
