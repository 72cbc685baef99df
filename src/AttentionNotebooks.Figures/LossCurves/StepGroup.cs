namespace AttentionNotebooks;

/// <summary>Neighbouring points of a training that share one place in the drawing.</summary>
/// <param name="points">At least one, in the order of their steps.</param>
internal sealed class StepGroup(IReadOnlyList<TrainingPoint> points)
{
    /// <summary>A drawing has no more places than this.</summary>
    internal const int GreatestCount = 120;

    internal int First => points[0].Step;

    internal int Last => points[^1].Step;

    /// <summary>Where the group stands.</summary>
    internal double Middle { get; } = points.Average(point => point.Step);

    /// <summary>The mean of the losses.</summary>
    internal double Loss { get; } = points.Average(point => point.Loss);

    internal double LeastLoss { get; } = points.Min(point => point.Loss);

    internal double GreatestLoss { get; } = points.Max(point => point.Loss);

    internal double LearningRate { get; } = points.Average(point => point.LearningRate);

    /// <summary>The greatest norm, which is the one that matters.</summary>
    internal double GradientNorm { get; } = points.Max(point => point.GradientNorm);

    /// <summary>The last point at which held-out examples were asked; null where none was.</summary>
    internal TrainingPoint? HeldOut { get; } = points.LastOrDefault(point => point.HeldOutLoss is not null || point.HeldOutAccuracy is not null);

    /// <summary>For example <c>step 40</c>, or <c>steps 40 to 49</c>.</summary>
    internal string Name => points.Count == 1 ? $"step {Count.Of(First)}" : $"steps {Count.Of(First)} to {Count.Of(Last)}";

    /// <summary>All points, as many in each group but the last.</summary>
    internal static StepGroup[] Of(TrainingHistory history)
    {
        int size = (history.Points.Count + GreatestCount - 1) / GreatestCount;
        return [.. history.Points.Chunk(size).Select(points => new StepGroup(points))];
    }
}
