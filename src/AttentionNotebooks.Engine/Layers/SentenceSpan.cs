namespace AttentionNotebooks;

/// <summary>The columns of one sentence in a batch, where sentences lie one behind the other without padding.</summary>
/// <param name="First">Its first column.</param>
/// <param name="Count">How many tokens it has.</param>
internal readonly record struct SentenceSpan(int First, int Count)
{
    /// <summary>Sentences of these lengths, one behind the other.</summary>
    internal static SentenceSpan[] Pack(IEnumerable<int> lengths)
    {
        int first = 0;
        return [.. lengths.Select(length => new SentenceSpan((first += length) - length, length))];
    }
}
