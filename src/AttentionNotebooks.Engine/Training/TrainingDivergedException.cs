namespace AttentionNotebooks;

/// <summary>A training met NaN or infinity. The model keeps its parameters from before that step.</summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    internal TrainingDivergedException(int step, string tensor, string what)
        : base(FormattableString.Invariant($"step {step}: {what}. A smaller learning rate, a longer warm-up or gradient clipping may help; the model keeps its parameters from before this step."))
    {
        Step = step;
        Tensor = tensor;
    }

    /// <summary>The step, from 1.</summary>
    public int Step { get; }

    /// <summary>Where it was: <c>loss</c>, or the name of a parameter, for example <c>layers.0.linear1.weight</c>.</summary>
    public string Tensor { get; }
}
