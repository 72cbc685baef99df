namespace AttentionNotebooks;

/// <summary>How well a model says what is to be said.</summary>
/// <param name="Loss">The mean cross-entropy of all targets, in nats.</param>
/// <param name="Accuracy">The share of them where the word to be said is the most probable one, from 0 to 1.</param>
internal readonly record struct Evaluation(double Loss, double Accuracy);
