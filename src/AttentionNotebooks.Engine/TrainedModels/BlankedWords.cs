namespace AttentionNotebooks;

/// <summary>Words with one blank that a model can read.</summary>
internal sealed class BlankedWords
{
    private readonly MaskedLanguageModel model;
    private readonly IReadOnlyList<int> numbers;
    private readonly int blank;

    /// <param name="words">What a person wrote.</param>
    /// <param name="model">Who reads it.</param>
    /// <param name="name">What the caller calls it.</param>
    /// <exception cref="ArgumentException">The model cannot read it; the message says why.</exception>
    internal BlankedWords(IReadOnlyList<string> words, MaskedLanguageModel model, string name)
    {
        ArgumentNullException.ThrowIfNull(words, name);
        int blanks = words.Count(word => word == Corpus.Blank), most = model.Transformer.Config.MaxTokens;
        if (blanks != 1) throw Check.Wrong(name, $"{name} must hold one blank, '{Corpus.Blank}', where a word is to be said: it holds {(blanks == 0 ? "none" : blanks)}.");
        if (words.Count > most) throw Check.Wrong(name, $"{name} must hold at most {most} words and punctuation marks: it holds {words.Count}.");
        VocabularyCheck.Known(model.Vocabulary, words, name);
        this.model = model;
        Words = [.. words];
        numbers = model.Vocabulary.Encode(Words);
        blank = Words.Index().First(one => one.Item == Corpus.Blank).Index;
    }

    internal IReadOnlyList<string> Words { get; }

    internal Reading Read(IReadOnlyList<HeadEdit>? edits) => ToReading(model.Transformer.Run(numbers, Words, edits));

    internal Reading ToReading(TransformerResult<float> result) => new(Words, blank, result, model.Vocabulary);

    /// <summary>A word is to be said at the blank.</summary>
    internal TrainingExample WithTarget(int word) => new(numbers, [.. numbers.Select((_, place) => place == blank ? word : TrainingExample.NoTarget)]);
}
