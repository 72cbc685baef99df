using System.Numerics;

namespace AttentionNotebooks.Kernels;

/// <summary>The scratch of one backward pass: one panel of queries both ways round, a block of weights and of their gradients, and dK and dV as they add up.</summary>
/// <remarks>A row has w lanes. Tokens are made up with zeros to whole panels of lanes, so that a token can lie across them.</remarks>
internal readonly ref struct GradientMemory<T> : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The last tile of keys may write so many rows too many.</summary>
    private const int SpareRows = 3;

    private readonly Scratch<T> scratch;

    /// <summary>Rents it.</summary>
    /// <param name="head">The head.</param>
    /// <param name="width">w.</param>
    /// <param name="blockKeys">The keys of a block.</param>
    internal GradientMemory(in HeadSpans<T> head, int width, int blockKeys)
    {
        int blockLength = (blockKeys + SpareRows) * width, even = TileRows.Even(head.QuerySize), keyRows = head.KeyCount + SpareRows;
        QueryStep = WholePanels(head.QuerySize, width);
        ValueStep = WholePanels(head.ValueSize, width);
        int panelRows = even + head.QuerySize + head.ValueSize + 3, tokenLength = QueryStep + ValueStep;
        scratch = new Scratch<T>((2L * blockLength) + ((long)panelRows * width) + ((long)tokenLength * (width + keyRows)) + ((long)even * head.KeyCount));
        Span<T> rest = scratch.Values;
        Weights = Take(ref rest, blockLength);
        Gradients = Take(ref rest, blockLength);
        QueryGradient = Take(ref rest, even * width);
        Queries = Take(ref rest, head.QuerySize * width);
        Outputs = Take(ref rest, head.ValueSize * width);
        LogSums = Take(ref rest, width);
        Products = Take(ref rest, width);
        Indices = Take(ref rest, width);
        QueryTokens = Take(ref rest, QueryStep * width);
        OutputTokens = Take(ref rest, ValueStep * width);
        KeyGradients = Take(ref rest, QueryStep * keyRows);
        ValueGradients = Take(ref rest, ValueStep * keyRows);
        EvenKeyStep = even;
        EvenKeys = even == head.QuerySize ? head.Keys : Spread(head, even, rest[..(even * head.KeyCount)]);
        KeyGradients.Clear();
        ValueGradients.Clear();
    }

    /// <summary>P of a block [keys, lanes].</summary>
    internal Span<T> Weights { get; }

    /// <summary>dP of a block, then dS [keys, lanes].</summary>
    internal Span<T> Gradients { get; }

    /// <summary>dQ of the panel, row by row.</summary>
    internal Span<T> QueryGradient { get; }

    /// <summary>Q of the panel across the lanes.</summary>
    internal Span<T> Queries { get; }

    /// <summary>dO of the panel across the lanes.</summary>
    internal Span<T> Outputs { get; }

    /// <summary>log₂ of the sums of the panel.</summary>
    internal Span<T> LogSums { get; }

    /// <summary>dOᵀO of the panel.</summary>
    internal Span<T> Products { get; }

    /// <summary>The indices of the queries as numbers.</summary>
    internal Span<T> Indices { get; }

    /// <summary>Q of the panel, token by token.</summary>
    internal Span<T> QueryTokens { get; }

    /// <summary>dO of the panel, token by token.</summary>
    internal Span<T> OutputTokens { get; }

    /// <summary>dK, token by token.</summary>
    internal Span<T> KeyGradients { get; }

    /// <summary>dV, token by token.</summary>
    internal Span<T> ValueGradients { get; }

    /// <summary>K with tokens of some sixes and fours.</summary>
    internal ReadOnlySpan<T> EvenKeys { get; }

    /// <summary>From token to token of <see cref="EvenKeys"/>.</summary>
    internal int EvenKeyStep { get; }

    /// <summary>From token to token of Q and dK.</summary>
    internal int QueryStep { get; }

    /// <summary>From token to token of dO and dV.</summary>
    internal int ValueStep { get; }

    public void Dispose() => scratch.Dispose();

    private static int WholePanels(int size, int width) => (size + width - 1) / width * width;

    private static ReadOnlySpan<T> Spread(in HeadSpans<T> head, int step, Span<T> spread)
    {
        Packing.Spread(head.Keys, head.QuerySize, step, spread);
        return spread;
    }

    private static Span<T> Take(scoped ref Span<T> rest, int length)
    {
        Span<T> taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
