namespace AttentionNotebooks;

/// <summary>What a <see cref="MaskedLanguageModel"/> makes of a sentence: which word belongs into its blank, and what each head looked at.</summary>
/// <remarks>Made by <see cref="MaskedLanguageModel.Read(string, IReadOnlyList{HeadEdit}?)"/>; immutable. Shows itself as the most probable words and a heatmap of each head.</remarks>
public sealed class Reading : EngineResult
{
    internal Reading(IReadOnlyList<string> words, int blank, TransformerResult<float> result, Vocabulary vocabulary)
    {
        Words = words;
        Blank = blank;
        Map = result.Map;
        double[] probabilities = WordScores.Probabilities(result.Logits, blank);
        Predictions = [.. vocabulary.Words.Select((word, number) => new WordPrediction(word, probabilities[number])).OrderByDescending(prediction => prediction.Probability)];
    }

    /// <summary>The words and punctuation marks that were read.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The place of the blank among them.</summary>
    public int Blank { get; }

    /// <summary>What the model says: the most probable word.</summary>
    public WordPrediction Prediction => Predictions[0];

    /// <summary>All words of the vocabulary, the most probable first.</summary>
    public IReadOnlyList<WordPrediction> Predictions { get; }

    /// <summary>What each head looked at, labelled with the words.</summary>
    public AttentionMap Map { get; }

    /// <summary>How probable a word is in the blank.</summary>
    /// <param name="word">A word of the vocabulary, as it is written there.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">The vocabulary has no such word.</exception>
    public double ProbabilityOf(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Predictions.FirstOrDefault(prediction => prediction.Word == word)?.Probability
            ?? throw new ArgumentException($"word must be one of the {Predictions.Count} words of the vocabulary: it is '{word}'.", nameof(word));
    }

    internal string Description => $"{string.Join(' ', Words)} → {string.Join(", ", Predictions.Take(3).Select(prediction => FormattableString.Invariant($"{prediction.Word} {prediction.Probability:P0}")))}";

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);
}
