namespace AttentionNotebooks;

/// <summary>A transformer with its words: it reads a sentence and says which word belongs into the blank, <c>_</c> (Devlin et al. 2019).</summary>
/// <remarks>Safe to read with from many threads.</remarks>
public class MaskedLanguageModel
{
    /// <summary>A model with its words.</summary>
    /// <param name="transformer">An encoder for as many words; it does not cross-attend.</param>
    /// <param name="vocabulary">Its words, <c>_</c> among them.</param>
    /// <exception cref="ArgumentException">The numbers of words differ, there is no <c>_</c>, or the model cross-attends.</exception>
    public MaskedLanguageModel(Transformer<float> transformer, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (transformer.Config.CrossAttends) throw new ArgumentException("transformer must not cross-attend: there is no source for it to look at.", nameof(transformer));
        if (transformer.Config.VocabularySize != vocabulary.Count)
        {
            throw new ArgumentException(
                $"vocabulary must hold the {transformer.Config.VocabularySize} words of the transformer: it holds {vocabulary.Count}.", nameof(vocabulary));
        }

        if (!vocabulary.Contains(Corpus.Blank)) throw new ArgumentException($"vocabulary must hold '{Corpus.Blank}', the blank: it does not.", nameof(vocabulary));
        Transformer = transformer;
        Vocabulary = vocabulary;
    }

    /// <summary>The numbers.</summary>
    public Transformer<float> Transformer { get; }

    /// <summary>The words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">A sentence, or some, of words of the vocabulary, with one blank; split as <see cref="Sentence.Parse"/> does.</param>
    /// <param name="edits">Heads to be changed; null: none.</param>
    /// <returns>What the model says, and what its heads look at.</returns>
    /// <exception cref="ArgumentException">There is no blank or more than one, a word is unknown, the text is too long, or an edit does not fit; the message names it.</exception>
    public Reading Read(string text, IReadOnlyList<HeadEdit>? edits = null) => Read(Split(text), edits, nameof(text));

    /// <summary>Reads words.</summary>
    /// <param name="words">Words and punctuation marks of the vocabulary, with one blank.</param>
    /// <returns>What the model says, and what its heads look at.</returns>
    /// <exception cref="ArgumentException">As for a text.</exception>
    public Reading Read(IReadOnlyList<string> words) => Read(words, null, nameof(words));

    /// <summary>Reads a text twice, to see what some heads are for.</summary>
    /// <param name="text">As for reading.</param>
    /// <param name="edits">Heads to be changed the second time, for example silenced.</param>
    /// <param name="answer">The word whose loss is compared; null: the one that the model says with all heads as they are.</param>
    /// <returns>Both readings.</returns>
    /// <exception cref="ArgumentException">As for reading; or <paramref name="answer"/> is no word of the vocabulary.</exception>
    public ReadingChange Compare(string text, IReadOnlyList<HeadEdit> edits, string? answer = null)
    {
        ArgumentNullException.ThrowIfNull(edits);
        BlankedWords words = new(Split(text), this, nameof(text));
        answer ??= words.Read(null).Prediction.Word;
        VocabularyCheck.Known(Vocabulary, [answer], nameof(answer));
        EditEffect<float> effect = Transformer.Compare(words.WithTarget(Vocabulary[answer]), edits, words.Words);
        return new ReadingChange(effect, words.ToReading(effect.Before), words.ToReading(effect.After), answer, Vocabulary);
    }

    private Reading Read(IReadOnlyList<string> words, IReadOnlyList<HeadEdit>? edits, string name) => new BlankedWords(words, this, name).Read(edits);

    private static IReadOnlyList<string> Split(string text) => Sentence.Parse(text).Tokens;
}
