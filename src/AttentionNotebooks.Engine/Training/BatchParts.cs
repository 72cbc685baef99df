namespace AttentionNotebooks;

/// <summary>Cuts examples into parts that can run at the same time.</summary>
internal static class BatchParts
{
    /// <summary>The most parts of a batch.</summary>
    internal const int Most = 8;

    /// <summary>A part of fewer sentences would leave the matrix products too little to do.</summary>
    private const int FewestExamples = 4;

    /// <summary>Neighbours stay together, and no part has more than one example more than another.</summary>
    internal static ArraySegment<TrainingExample>[] Of(TrainingExample[] examples)
    {
        int count = Math.Clamp(examples.Length / FewestExamples, 1, Most);
        ArraySegment<TrainingExample>[] parts = new ArraySegment<TrainingExample>[count];
        for (int part = 0; part < count; part++)
        {
            int start = Start(part), end = Start(part + 1);
            parts[part] = new(examples, start, end - start);
        }

        return parts;

        int Start(int part) => (int)((long)examples.Length * part / count);
    }
}
