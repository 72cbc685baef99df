namespace AttentionNotebooks;

/// <summary>What was measured at one step of training.</summary>
public sealed record TrainingPoint
{
    /// <summary>The measurements of a step.</summary>
    /// <param name="step">How many updates had been made, its own among them; at least 0.</param>
    /// <param name="loss">The mean cross-entropy of its batch before its update, in nats; finite.</param>
    /// <param name="learningRate">That of its update; at least 0, finite.</param>
    /// <param name="gradientNorm">The Euclidean norm of all gradients before clipping; at least 0, finite.</param>
    /// <param name="heldOutLoss">The mean cross-entropy of examples that are not trained on, in nats, finite; null where it was not measured.</param>
    /// <param name="heldOutAccuracy">The share of their targets that were predicted, from 0 to 1; null where it was not measured.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public TrainingPoint(int step, double loss, double learningRate, double gradientNorm, double? heldOutLoss = null, double? heldOutAccuracy = null)
    {
        Step = NumberCheck.AtLeast(step, 0);
        Loss = NumberCheck.Finite(loss);
        LearningRate = NumberCheck.NotNegativeAndFinite(learningRate);
        GradientNorm = NumberCheck.NotNegativeAndFinite(gradientNorm);
        HeldOutLoss = heldOutLoss is { } measuredLoss ? NumberCheck.Finite(measuredLoss, nameof(heldOutLoss)) : null;
        HeldOutAccuracy = heldOutAccuracy is { } measuredAccuracy ? NumberCheck.Fraction(measuredAccuracy, nameof(heldOutAccuracy)) : null;
    }

    /// <summary>How many updates had been made, its own among them.</summary>
    public int Step { get; }

    /// <summary>The mean cross-entropy of its batch before its update, in nats.</summary>
    public double Loss { get; }

    /// <summary>The learning rate of its update.</summary>
    public double LearningRate { get; }

    /// <summary>The Euclidean norm of all gradients before clipping.</summary>
    public double GradientNorm { get; }

    /// <summary>The mean cross-entropy of examples that are not trained on, in nats; null where it was not measured.</summary>
    public double? HeldOutLoss { get; }

    /// <summary>The share of their targets that were predicted, from 0 to 1; null where it was not measured.</summary>
    public double? HeldOutAccuracy { get; }
}
