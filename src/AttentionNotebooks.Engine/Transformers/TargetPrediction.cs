namespace AttentionNotebooks;

/// <summary>What a <see cref="Transformer{T}"/> said at a token where a word was to be said.</summary>
/// <param name="Token">The place in the sentence, from 0.</param>
/// <param name="Target">The number of the word that was to be said.</param>
/// <param name="Prediction">The number of the word with the greatest score.</param>
/// <param name="Loss">The cross-entropy in nats: −log of the probability that the model gave to the target.</param>
public sealed record TargetPrediction(int Token, int Target, int Prediction, double Loss)
{
    /// <summary>Whether the prediction is the target.</summary>
    public bool IsRight => Prediction == Target;

    /// <summary>The probability that the model gave to the target, from 0 to 1.</summary>
    public double TargetProbability => Math.Exp(-Loss);
}
