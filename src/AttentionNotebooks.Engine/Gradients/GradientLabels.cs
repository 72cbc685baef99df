using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Gradients under the names of what they are gradients of.</summary>
internal static class GradientLabels
{
    /// <summary>dL/dX with the labels of X.</summary>
    internal static LabelledMatrix<T> Of<T>(LabelledMatrix<T> matrix, Matrix<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(gradient, $"Gradient of {char.ToLowerInvariant(matrix.Name[0])}{matrix.Name[1..]}", $"dL/d{matrix.Symbol}", matrix.RowLabels, matrix.ColumnLabels);

    /// <summary>What several heads that share a matrix make of its gradient.</summary>
    internal static LabelledMatrix<T> Sum<T>(IEnumerable<LabelledMatrix<T>> shares)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        shares.Aggregate((sum, share) => new(sum.Values + share.Values, sum.Name, sum.Symbol, sum.RowLabels, sum.ColumnLabels));
}
