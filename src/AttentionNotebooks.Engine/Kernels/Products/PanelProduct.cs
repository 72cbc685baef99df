using System.Numerics;
using System.Runtime.CompilerServices;

namespace AttentionNotebooks.Kernels;

/// <summary>One panel of A times some columns of B: a few rows of C, all lanes of the panel wide.</summary>
/// <remarks>
/// C[rows of the panel, j] = Σₚ A[rows, p] · B[p, j]. The inner index goes in pieces that leave a piece of the panel in the first cache while all columns pass;
/// a sum therefore always adds up in the same order.
/// </remarks>
internal static class PanelProduct<T, TVector, TLanes>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>So many steps of the inner index stay in the first cache. The same for all widths, so that these give the same bits.</summary>
    private const int MostInner = 384;

    private static int Width => Tile<T, TVector, TLanes>.Width;

    /// <summary>The product.</summary>
    /// <param name="panel">A's panel, inner×2·Count.</param>
    /// <param name="lanes">How many of the lanes are rows of A.</param>
    /// <param name="b">The columns of B, inner×columns.</param>
    /// <param name="columns">How many.</param>
    /// <param name="c">C from the first row of the panel and the first column on.</param>
    /// <param name="cStep">From column to column of C.</param>
    /// <param name="addsToC">Whether C keeps what it holds and the product is added to it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(ReadOnlySpan<T> panel, int lanes, ReadOnlySpan<T> b, int columns, Span<T> c, int cStep, bool addsToC = false)
    {
        int inner = panel.Length / Width, pieces = (inner + MostInner - 1) / MostInner, length = (inner + pieces - 1) / pieces;
        for (int start = 0; start < inner; start += length)
        {
            int end = Math.Min(start + length, inner);
            bool adds = addsToC || start > 0;
            for (int column = 0, count; column < columns; column += count)
            {
                count = TileRows.Of(columns - column);
                bool isWhole = lanes == Width && column + count <= columns;
                ReadOnlySpan<T> piece = panel[(start * Width)..(end * Width)];
                ReadOnlySpan<T> from = b[((column * inner) + start)..];
                Span<T> to = c[(column * cStep)..];
                if (isWhole) Multiply(piece, from, inner, count, end - start, to, cStep, adds);
                else MultiplyEdge(piece, lanes, from, inner, Math.Min(count, columns - column), end - start, to, cStep, adds);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(ReadOnlySpan<T> panel, ReadOnlySpan<T> b, int bStep, int columns, int inner, Span<T> c, int cStep, bool adds)
    {
        if (adds) Multiply<Accumulate>(panel, b, bStep, columns, inner, c, cStep);
        else Multiply<Overwrite>(panel, b, bStep, columns, inner, c, cStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply<TFinish>(ReadOnlySpan<T> panel, ReadOnlySpan<T> b, int bStep, int columns, int inner, Span<T> c, int cStep)
        where TFinish : struct, ITileFinish =>
        Tile<T, TVector, TLanes>.Run<TFinish>(columns, in b[0], bStep, 1, in panel[0], Width, inner, ref c[0], cStep, in panel[0]);

    /// <summary>Where lanes or columns are missing: a whole tile beside C, of which only what belongs to C is taken over.</summary>
    private static void MultiplyEdge(ReadOnlySpan<T> panel, int lanes, ReadOnlySpan<T> b, int bStep, int columns, int inner, Span<T> c, int cStep, bool adds)
    {
        int count = TileRows.Of(columns);
        using Scratch<T> scratch = new(count * ((long)Width + inner));
        Span<T> tile = scratch.Values[..(count * Width)], whole = scratch.Values[(count * Width)..];
        whole.Clear();
        for (int column = 0; column < columns; column++) b.Slice(column * bStep, inner).CopyTo(whole[(column * inner)..]);
        Multiply<Overwrite>(panel, whole, inner, count, inner, tile, Width);
        for (int column = 0; column < columns; column++)
        {
            Span<T> to = c.Slice(column * cStep, lanes);
            ReadOnlySpan<T> from = tile.Slice(column * Width, lanes);
            if (adds) System.Numerics.Tensors.TensorPrimitives.Add(to, from, to);
            else from.CopyTo(to);
        }
    }
}
