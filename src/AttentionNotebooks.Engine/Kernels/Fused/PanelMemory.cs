using System.Numerics;

namespace AttentionNotebooks.Kernels;

/// <summary>The scratch of one call: some panels of queries, the scores of one panel, and V where tiles cannot read it in place.</summary>
internal readonly ref struct PanelMemory<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Scratch<T> scratch;
    private readonly int width;
    private readonly int querySize;

    /// <summary>Rents it.</summary>
    /// <param name="head">The head.</param>
    /// <param name="width">The lanes of a row.</param>
    /// <param name="panels">How many panels are held at a time.</param>
    /// <param name="scoreRows">How many keys' scores are held at a time.</param>
    internal PanelMemory(in HeadSpans<T> head, int width, int panels, int scoreRows)
    {
        this.width = width;
        querySize = head.QuerySize;
        ValueStep = TileRows.Even(head.ValueSize);
        bool pads = ValueStep != head.ValueSize;
        int scoreLength = (scoreRows + SpareRows) * width;
        scratch = new Scratch<T>(((long)panels * PanelLength) + scoreLength + (pads ? (long)ValueStep * head.KeyCount : 0));
        Scores = scratch.Values.Slice(panels * PanelLength, scoreLength);
        Values = pads ? Padded(head, scratch.Values[((panels * PanelLength) + scoreLength)..]) : head.Values;
    }

    /// <summary>Room for the scores, row by row, with as many rows to spare as the last tile may write too many.</summary>
    internal Span<T> Scores { get; }

    /// <summary>V, with zeros below where it has a size that tiles do not cover.</summary>
    internal ReadOnlySpan<T> Values { get; }

    /// <summary>From column to column of <see cref="Values"/>.</summary>
    internal int ValueStep { get; }

    private static int SpareRows => 3;

    private int PanelLength => QueryPanel<T>.Length(width, querySize, ValueStep);

    /// <summary>The panel at a place, for these queries.</summary>
    internal QueryPanel<T> Panel(int place, Range queries) =>
        new(scratch.Values.Slice(place * PanelLength, PanelLength), width, querySize, ValueStep, queries);

    public void Dispose() => scratch.Dispose();

    private ReadOnlySpan<T> Padded(in HeadSpans<T> head, Span<T> padded)
    {
        Packing.Spread(head.Values, head.ValueSize, ValueStep, padded);
        return padded;
    }
}
