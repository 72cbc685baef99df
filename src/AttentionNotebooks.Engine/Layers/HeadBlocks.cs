using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Columns of some heads, each head for itself: one head behind the other, and in each of them one column a token.</summary>
/// <param name="Values">The numbers.</param>
/// <param name="Size">The entries of a column.</param>
/// <param name="Tokens">The columns of a head.</param>
internal readonly record struct HeadBlocks<T>(ArraySegment<T> Values, int Size, int Tokens)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Blocks whose numbers are not known yet.</summary>
    internal static HeadBlocks<T> Rent(ArrayLoan<T> loan, int heads, int size, int tokens) => new(loan.Rent(heads * size * tokens), size, tokens);

    /// <summary>Blocks like these, of zeros.</summary>
    internal HeadBlocks<T> Zeros(ArrayLoan<T> loan)
    {
        HeadBlocks<T> zeros = this with { Values = loan.Rent(Values.Count) };
        zeros.Values.AsSpan().Clear();
        return zeros;
    }

    /// <summary>The columns of one sentence in one head.</summary>
    internal Span<T> Of(int head, SentenceSpan sentence) => Values.AsSpan(((head * Tokens) + sentence.First) * Size, sentence.Count * Size);

    /// <summary>Takes the heads out of columns in which they are stacked, from a row on.</summary>
    internal HeadBlocks<T> TakenFrom(Columns<T> stacked, int row)
    {
        Span<T> to = Values;
        for (ReadOnlySpan<T> from = stacked.AsSpan(); to.Length > 0; row += Size)
        {
            for (int token = 0; token < Tokens; token++, to = to[Size..]) from.Slice((token * stacked.Size) + row, Size).CopyTo(to);
        }

        return this;
    }

    /// <summary>Stacks the heads in columns, from a row on.</summary>
    internal void CopyTo(Columns<T> stacked, int row)
    {
        ReadOnlySpan<T> from = Values;
        for (Span<T> to = stacked.AsSpan(); from.Length > 0; row += Size)
        {
            for (int token = 0; token < Tokens; token++, from = from[Size..]) from[..Size].CopyTo(to[((token * stacked.Size) + row)..]);
        }
    }

    /// <summary>Turns each token in place by its place in its sentence.</summary>
    internal void Turn(RotaryPositions rotary, RotaryAngles<T> angles, SentenceSpan[] sentences)
    {
        for (int head = 0; head * Tokens * Size < Values.Count; head++)
        {
            foreach (SentenceSpan sentence in sentences) rotary.Rotate(Of(head, sentence), angles);
        }
    }
}
