namespace AttentionNotebooks;

/// <summary>What a <see cref="MaskedLanguageModel"/> says with its heads as they are, and with some of them changed.</summary>
/// <remarks>Made by <see cref="MaskedLanguageModel.Compare"/>; immutable. Shows itself as the probable words before and after.</remarks>
public sealed class ReadingChange : EngineResult
{
    internal ReadingChange(EditEffect<float> effect, Reading before, Reading after, string answer, Vocabulary vocabulary)
    {
        Effect = effect;
        Before = before;
        After = after;
        Answer = answer;
        Vocabulary = vocabulary;
    }

    /// <summary>The reading with all heads as they are.</summary>
    public Reading Before { get; }

    /// <summary>The reading with the edits.</summary>
    public Reading After { get; }

    /// <summary>The word whose loss is compared.</summary>
    public string Answer { get; }

    /// <summary>The cross-entropy of the answer before, in nats.</summary>
    public double LossBefore => Effect.LossBefore;

    /// <summary>The cross-entropy of the answer after, in nats.</summary>
    public double LossAfter => Effect.LossAfter;

    /// <summary>The same in numbers of words, with outputs and scores.</summary>
    public EditEffect<float> Effect { get; }

    /// <summary>The word of each number.</summary>
    public Vocabulary Vocabulary { get; }

    internal string Description => $"Before: {Before.Description}; after: {After.Description}";

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);
}
