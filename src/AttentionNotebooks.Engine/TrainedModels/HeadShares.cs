namespace AttentionNotebooks;

/// <summary>How much of its weight each head of a model gives to the deciding word, mean over some sentences.</summary>
internal static class HeadShares
{
    /// <summary>So many maps are kept at a time.</summary>
    private const int SentencesTogether = 64;

    /// <summary>From the blank to the deciding one.</summary>
    /// <param name="model">The model.</param>
    /// <param name="vocabulary">Its words.</param>
    /// <param name="sentences">At least one.</param>
    /// <param name="cancellation">Stops between some sentences and the next.</param>
    /// <returns>The shares of the heads, layer by layer; from 0 to 1.</returns>
    internal static double[] Of(Transformer<float> model, Vocabulary vocabulary, IReadOnlyList<CorpusSentence> sentences, CancellationToken cancellation)
    {
        (int layers, int heads) = (model.Config.Layers, model.Config.Heads);
        double[] sums = new double[layers * heads];
        foreach (CorpusSentence[] some in sentences.Chunk(SentencesTogether))
        {
            cancellation.ThrowIfCancellationRequested();
            TransformerProbe<float> seen = model.Look(some.Select(sentence => vocabulary.Encode(sentence.Words)));
            for (int head = 0; head < sums.Length; head++)
                sums[head] += some.Index().Sum(one => (double)seen.Weights(head / heads, one.Index, head % heads)[one.Item.Deciding, one.Item.Blank]);
        }

        return Array.ConvertAll(sums, sum => sum / sentences.Count);
    }
}
