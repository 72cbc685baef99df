namespace AttentionNotebooks;

/// <summary>A training was cancelled. The model keeps what it has learned, and the checkpoint is written if there is a path for it.</summary>
public sealed class TrainingCanceledException : OperationCanceledException
{
    internal TrainingCanceledException(int step, TrainingHistory? history, CancellationToken token)
        : base(FormattableString.Invariant($"The training was cancelled after step {step}."), token)
    {
        Step = step;
        History = history;
    }

    /// <summary>The last step that was done; 0 where none was.</summary>
    public int Step { get; }

    /// <summary>What was measured up to here; null where no step was done.</summary>
    public TrainingHistory? History { get; }
}
