namespace AttentionNotebooks;

/// <summary>Two sentences, A and B, that a model reads as one sequence: A first, B after it.</summary>
public sealed record SentencePair
{
    /// <summary>Two sentences in one sequence.</summary>
    /// <param name="split">Number of tokens of A, its separator included; the index of the first token of B. At least 1.</param>
    /// <param name="direction">Which sentence asks and which is asked.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="split"/> is below 1, or <paramref name="direction"/> is none of the enumeration.</exception>
    public SentencePair(int split, PairDirection direction = PairDirection.All)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(split, 1);
        if (!Enum.IsDefined(direction)) throw new ArgumentOutOfRangeException(nameof(direction), direction, $"{nameof(direction)} must be one of {nameof(PairDirection)}.");
        Split = split;
        Direction = direction;
    }

    /// <summary>Number of tokens of A; the index of the first token of B.</summary>
    public int Split { get; }

    /// <summary>Which sentence asks and which is asked.</summary>
    public PairDirection Direction { get; }

    /// <summary>The sentences that ask, A before B.</summary>
    internal IEnumerable<SentenceOfPair> Asking =>
        Direction switch { PairDirection.All => [A, B], PairDirection.AToA or PairDirection.AToB => [A], _ => [B] };

    /// <summary>The sentences that are asked, A before B.</summary>
    internal IEnumerable<SentenceOfPair> Asked =>
        Direction switch { PairDirection.All => [A, B], PairDirection.AToA or PairDirection.BToA => [A], _ => [B] };

    private SentenceOfPair A => new("A", ..Split);

    private SentenceOfPair B => new("B", Split..);
}
