using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The matrices of one head, as <see cref="AttentionTrace{T}"/> names them.</summary>
internal sealed record TraceMatrices<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal required Matrix<T> Queries { get; init; }

    internal required Matrix<T> Keys { get; init; }

    internal required Matrix<T> Values { get; init; }

    internal required Matrix<T>? RotatedQueries { get; init; }

    internal required Matrix<T>? RotatedKeys { get; init; }

    internal required Matrix<T> Scores { get; init; }

    internal required Matrix<T>? BiasedScores { get; init; }

    internal required Matrix<T>? MaskedScores { get; init; }

    internal required Matrix<T> Weights { get; init; }

    internal required Matrix<T> Output { get; init; }
}
