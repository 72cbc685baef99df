namespace AttentionNotebooks;

/// <summary>What a user may ask of a heatmap.</summary>
/// <param name="Order">In which order the heads stand.</param>
/// <param name="HasSums">Whether the sum of each column stands below it.</param>
/// <param name="GreatestTitled">More cells than this become images.</param>
internal sealed record HeatmapChoices(HeadOrder Order = HeadOrder.Number, bool HasSums = false, int GreatestTitled = HeatmapPanel.GreatestTitledCells);
