namespace AttentionNotebooks;

/// <summary>The words of some sentences, one sentence behind the other.</summary>
internal sealed class TokenBatch
{
    /// <summary>Packs them.</summary>
    /// <param name="sentences">For each sentence the numbers of its words in the vocabulary.</param>
    internal TokenBatch(IEnumerable<IReadOnlyList<int>> sentences)
    {
        IReadOnlyList<int>[] all = [.. sentences];
        Sentences = SentenceSpan.Pack(all.Select(sentence => sentence.Count));
        Tokens = [.. all.SelectMany(sentence => sentence)];
        Places = [.. all.SelectMany(sentence => Enumerable.Range(0, sentence.Count))];
    }

    /// <summary>Which columns are a sentence.</summary>
    internal SentenceSpan[] Sentences { get; }

    /// <summary>The number of the word of each column.</summary>
    internal int[] Tokens { get; }

    /// <summary>The place of each column in its sentence, from 0.</summary>
    internal int[] Places { get; }
}
