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

    /// <summary>dL/db from dL/dX, where b is added to every column of X: the row sums, as one column.</summary>
    internal static LabelledMatrix<T> OfBias<T>(LabelledMatrix<T> gradient, string name, string symbol)
        where T : unmanaged, IFloatingPointIeee754<T> => new(gradient.Values.RowSums().ToColumnMatrix(), $"Gradient of {name}", $"dL/d{symbol}", gradient.RowLabels);

    /// <summary>What several heads that share a matrix make of its gradient.</summary>
    internal static LabelledMatrix<T> Sum<T>(IEnumerable<LabelledMatrix<T>> shares)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        shares.Aggregate((sum, share) => new(sum.Values + share.Values, sum.Name, sum.Symbol, sum.RowLabels, sum.ColumnLabels));
}
