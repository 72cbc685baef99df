namespace AttentionNotebooks;

/// <summary>How well a <see cref="Transformer{T}"/> says what is to be said in some examples.</summary>
public sealed class TransformerEvaluation
{
    internal TransformerEvaluation(IReadOnlyList<IReadOnlyList<TargetPrediction>> predictions)
    {
        Predictions = predictions;
        TargetCount = predictions.Sum(example => example.Count);
        Loss = predictions.Sum(example => example.Sum(prediction => prediction.Loss)) / TargetCount;
        Accuracy = predictions.Sum(example => example.Count(prediction => prediction.IsRight)) / (double)TargetCount;
    }

    /// <summary>The mean cross-entropy of all targets, in nats.</summary>
    public double Loss { get; }

    /// <summary>The share of targets that are predicted, from 0 to 1.</summary>
    public double Accuracy { get; }

    /// <summary>How many targets there are.</summary>
    public int TargetCount { get; }

    /// <summary>For each example its targets in order, and what was said there.</summary>
    public IReadOnlyList<IReadOnlyList<TargetPrediction>> Predictions { get; }
}
