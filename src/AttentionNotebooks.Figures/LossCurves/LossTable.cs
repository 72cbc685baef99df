namespace AttentionNotebooks;

/// <summary>The numbers of a training as text, a row a group of steps.</summary>
internal static class LossTable
{
    private const string Missing = "–";

    /// <summary>Headings and rows.</summary>
    internal static string[][] Cells(IReadOnlyList<StepGroup> groups)
    {
        bool hasLoss = groups.Any(group => group.HeldOut?.HeldOutLoss is not null), hasAccuracy = groups.Any(group => group.HeldOut?.HeldOutAccuracy is not null);
        return [Row("step", "loss", "held-out loss", "held-out accuracy", "learning rate", "gradient norm"), .. groups.Select(Numbers)];

        string[] Numbers(StepGroup group) => Row(
            group.First == group.Last ? Count.Of(group.First) : $"{Count.Of(group.First)} – {Count.Of(group.Last)}",
            LossWords.Loss(group.Loss),
            group.HeldOut?.HeldOutLoss is { } loss ? LossWords.Loss(loss) : Missing,
            group.HeldOut?.HeldOutAccuracy is { } accuracy ? Percent.Of(accuracy) : Missing,
            WeightNumber.Exact(group.LearningRate),
            WeightNumber.Exact(group.GradientNorm));

        string[] Row(string step, string loss, string heldOutLoss, string accuracy, params string[] others) =>
            [step, loss, .. hasLoss ? [heldOutLoss] : Array.Empty<string>(), .. hasAccuracy ? [accuracy] : Array.Empty<string>(), .. others];
    }
}
