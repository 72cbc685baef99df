namespace AttentionNotebooks;

/// <summary>How well a model says what is to be said.</summary>
/// <param name="Loss">The cross-entropy of all targets, in nats, summed up.</param>
/// <param name="Correct">At how many of them the word to be said is the most probable one.</param>
internal readonly record struct Evaluation(double Loss, int Correct)
{
    public static Evaluation operator +(Evaluation left, Evaluation right) => new(left.Loss + right.Loss, left.Correct + right.Correct);
}
