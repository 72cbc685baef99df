using System.Diagnostics;
using System.Numerics;

namespace AttentionNotebooks.Kernels;

/// <summary>The left factor of a product as panels: rows across the lanes, the inner index going down.</summary>
/// <remarks>The panel of a slot begins FirstRow·inner behind the first number, because all panels before it are full; lanes without a row hold zeros.</remarks>
internal static class Packing
{
    /// <summary>A, rows×inner.</summary>
    internal static void Pack<T>(ReadOnlySpan<T> a, int rows, int inner, Span<T> packed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows;)
        {
            PanelSlot slot = Next(rows, inner, ref row, packed, out Span<T> panel);
            for (int p = 0; p < inner; p++) a.Slice((p * rows) + slot.FirstRow, slot.Rows).CopyTo(panel[(p * slot.Width)..]);
        }
    }

    /// <summary>Aᵀ, where A is inner×rows.</summary>
    internal static void PackTranspose<T>(ReadOnlySpan<T> a, int rows, int inner, Span<T> packed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < rows;)
        {
            PanelSlot slot = Next(rows, inner, ref row, packed, out Span<T> panel);
            Transposition.Run(a[(slot.FirstRow * inner)..], inner, slot.Rows, inner, panel, slot.Width);
        }
    }

    /// <summary>Tokens further apart, with zeros in between.</summary>
    internal static void Spread<T>(ReadOnlySpan<T> tokens, int size, int step, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (step > size) destination.Clear();
        for (int token = 0; token * size < tokens.Length; token++) tokens.Slice(token * size, size).CopyTo(destination[(token * step)..]);
    }

    private static PanelSlot Next<T>(int rows, int inner, ref int row, Span<T> packed, out Span<T> panel)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Debug.Assert(packed.Length >= PanelSlot.Lanes<T>(rows) * inner);
        PanelSlot slot = PanelSlot.At<T>(row, rows);
        panel = packed.Slice(row * inner, slot.Width * inner);
        if (slot.Rows < slot.Width) panel.Clear();
        row += slot.Rows;
        return slot;
    }
}
