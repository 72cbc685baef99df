using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks.Kernels;

/// <summary>A bias of a projection: the same vector for every token.</summary>
/// <remarks>C[:, j] = C[:, j] + b, b m entries, C m×n with columns that lie a step apart. NaN and infinity go through.</remarks>
internal static class ColumnBias
{
    /// <param name="bias">b.</param>
    /// <param name="columns">n.</param>
    /// <param name="destination">C, from its first row on; must not overlap the bias.</param>
    /// <param name="step">From column to column of C, at least m.</param>
    internal static void Add<T>(ReadOnlySpan<T> bias, int columns, Span<T> destination, int step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Debug.Assert(step >= bias.Length && destination.Length >= ((columns - 1) * step) + bias.Length);
        for (int column = 0; column < columns; column++)
        {
            Span<T> token = destination.Slice(column * step, bias.Length);
            TensorPrimitives.Add(token, bias, token);
        }
    }
}
