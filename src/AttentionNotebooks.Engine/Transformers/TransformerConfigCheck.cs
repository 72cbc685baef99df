namespace AttentionNotebooks;

/// <summary>The checks of a <see cref="TransformerConfig"/> where a model is made of it.</summary>
internal static class TransformerConfigCheck
{
    /// <summary>Throws where there is no such model.</summary>
    internal static void Check(TransformerConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        AtLeastOne(config.VocabularySize, nameof(config.VocabularySize));
        AtLeastOne(config.ModelSize, nameof(config.ModelSize));
        AtLeastOne(config.Layers, nameof(config.Layers));
        AtLeastOne(config.Heads, nameof(config.Heads));
        AtLeastOne(config.KeyValueHeads ?? 1, nameof(config.KeyValueHeads));
        AtLeastOne(config.FeedForwardSize ?? 1, nameof(config.FeedForwardSize));
        AtLeastOne(config.MaxTokens, nameof(config.MaxTokens));
        Divides(config.Heads, nameof(config.Heads), config.ModelSize, nameof(config.ModelSize));
        Divides(config.KeyValueHeads ?? config.Heads, nameof(config.KeyValueHeads), config.Heads, nameof(config.Heads));
        Known(config.Norm, nameof(config.Norm));
        Known(config.Activation, nameof(config.Activation));
        Known(config.Positions, nameof(config.Positions));
        if (config.Positions == PositionKind.Rotary && config.ModelSize / config.Heads % 2 != 0)
            throw Wrong($"config.ModelSize must give each head an even number of features for rotary positions: it is {config.ModelSize} for {config.Heads} heads.");
        PositiveAndFinite(config.EmbeddingDeviation, nameof(config.EmbeddingDeviation));
        PositiveAndFinite(config.NormEpsilon, nameof(config.NormEpsilon));
        CheckLengths(config);
    }

    /// <summary>No matrix has more entries than an array can.</summary>
    private static void CheckLengths(TransformerConfig config)
    {
        Fits(config.ModelSize, nameof(config.ModelSize), 4);
        Fits(config.VocabularySize, nameof(config.VocabularySize), 1);
        Fits(config.MaxTokens, nameof(config.MaxTokens), 1);
        Fits(config.FeedForwardSize ?? 1, nameof(config.FeedForwardSize), 1);

        void Fits(long count, string name, int times)
        {
            if (count * config.ModelSize > Array.MaxLength / times)
                throw Wrong($"config.{name} must give matrices of at most {Array.MaxLength} entries: it is {count} for {config.ModelSize} features.");
        }
    }

    private static void AtLeastOne(int value, string name)
    {
        if (value < 1) throw Wrong($"config.{name} must be at least 1: it is {value}.");
    }

    private static void PositiveAndFinite(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value))) throw Wrong($"config.{name} must be a finite number greater than 0: it is {value}.");
    }

    private static void Divides(int parts, string name, int size, string sizeName)
    {
        if (size % parts != 0) throw Wrong($"config.{name} must divide config.{sizeName}: config.{name} is {parts}, config.{sizeName} is {size}.");
    }

    private static void Known<TKind>(TKind kind, string name)
        where TKind : struct, Enum
    {
        if (!Enum.IsDefined(kind)) throw Wrong($"config.{name} must be one of {string.Join(", ", Enum.GetNames<TKind>())}: it is {kind}.");
    }

    private static ArgumentException Wrong(string message) => AttentionNotebooks.Check.Wrong("config", message);
}
