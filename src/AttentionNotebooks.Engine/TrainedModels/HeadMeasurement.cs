namespace AttentionNotebooks;

/// <summary>Measures all heads of a model for some relations.</summary>
internal static class HeadMeasurement
{
    /// <summary>On held-out sentences.</summary>
    /// <param name="model">What is measured.</param>
    /// <param name="untrained">The same before its training.</param>
    /// <param name="relations">Some of <see cref="Corpus.Relations"/>.</param>
    /// <param name="sentences">How many of each.</param>
    /// <param name="seed">Which ones.</param>
    /// <param name="options">On how many cores, until when.</param>
    internal static RelationReport Run(
        MaskedLanguageModel model, MaskedLanguageModel untrained, IReadOnlyList<string> relations, int sentences, int seed, ComputeOptions? options)
    {
        RelationMeasurement[] measured =
            [.. relations.Select(relation => new RelationMeasurement(relation, model, untrained, Corpus.Draw(sentences, seed, relation, heldOut: true)))];
        int passes = measured[0].Passes;
        double total = passes * measured.Sum(relation => relation.MultiplyAddsOfAPass);
        Workload work = new(options, total);
        work.Share(measured.Length * passes, total, item => measured[item / passes].Run(item % passes, work.Cancellation));
        return new RelationReport([.. measured.Select(relation => relation.Relation)], [.. measured.SelectMany(relation => relation.Heads)]);
    }
}
