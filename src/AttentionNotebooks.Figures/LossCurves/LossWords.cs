namespace AttentionNotebooks;

/// <summary>What a training came to, in words.</summary>
internal static class LossWords
{
    internal static string Title(TrainingHistory history) =>
        $"Loss in training, step {Count.Of(history.Points[0].Step)}{(history.Points.Count > 1 ? $" to {Count.Of(history.Points[^1].Step)}" : "")}";

    /// <summary>Where the losses began, and where they got to.</summary>
    internal static string Summary(TrainingHistory history)
    {
        TrainingPoint first = history.Points[0], last = history.Points[^1];
        List<string> sentences = [$"Loss {Loss(first.Loss)} at step {Count.Of(first.Step)}{(last == first ? "" : $", {Loss(last.Loss)} at step {Count.Of(last.Step)}")}."];
        if (history.Points.Where(point => point.HeldOutLoss is not null).MinBy(point => point.HeldOutLoss) is { HeldOutLoss: { } least } best)
            sentences.Add($"Lowest held-out loss: {Loss(least)} at step {Count.Of(best.Step)}.");
        if (history.Points.LastOrDefault(point => point.HeldOutAccuracy is not null) is { HeldOutAccuracy: { } accuracy } asked)
            sentences.Add($"Held-out accuracy: {Percent.Of(accuracy)} at step {Count.Of(asked.Step)}.");
        return string.Join(' ', sentences);
    }

    /// <summary>The name of the axis of the loss, for example <c>loss (nats, logarithmic axis)</c>.</summary>
    internal static string Axis(TrainingHistory history, bool isLogarithmic)
    {
        string told = string.Join(", ", new[] { history.LossUnit, isLogarithmic ? "logarithmic axis" : "" }.Where(part => part.Length > 0));
        return told.Length == 0 ? "loss" : $"loss ({told})";
    }

    /// <summary>What a reader of the lines needs to know.</summary>
    internal static IEnumerable<string> Notices(TrainingHistory history, StepGroup[] groups)
    {
        if (groups.Length < history.Points.Count)
        {
            int size = (history.Points.Count + groups.Length - 1) / groups.Length;
            yield return $"{Count.Of(history.Points.Count)} points in {groups.Length} groups of {size}: the line is the mean of each, the band reaches from its least to its greatest loss. SaveCsv writes them all.";
        }
    }

    /// <summary>One group with all that is known of it.</summary>
    internal static string Tell(StepGroup group)
    {
        string range = group.LeastLoss < group.GreatestLoss ? $" ({Loss(group.LeastLoss)} to {Loss(group.GreatestLoss)})" : "";
        string told = $"{group.Name}: loss {Loss(group.Loss)}{range}, learning rate {WeightNumber.Exact(group.LearningRate)}, gradient norm {WeightNumber.Exact(group.GradientNorm)}";
        if (group.HeldOut is not { } heldOut) return told;
        string loss = heldOut.HeldOutLoss is { } measured ? $", held-out loss {Loss(measured)}" : "";
        return told + loss + (heldOut.HeldOutAccuracy is { } accuracy ? $", held-out accuracy {Percent.Of(accuracy)}" : "");
    }

    /// <summary>Four digits.</summary>
    internal static string Loss(double loss) => WeightNumber.Exact(loss);
}
