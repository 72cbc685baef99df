using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The numbers of a growth as text, a row a size: the time and the memory of each way of calling. What is computed begins with <c>≈</c>.</summary>
internal sealed class GrowthTable
{
    private const string Missing = "–";

    private readonly AttentionGrowth growth;
    private readonly GrowthSeries[] series;

    internal GrowthTable(AttentionGrowth growth)
    {
        this.growth = growth;
        series = GrowthSeries.Of(growth);
    }

    /// <summary>What the sign of computed numbers means; null where there are none.</summary>
    internal string? Sign => growth.Points.Any(point => point.Basis != GrowthBasis.Measured) ? "≈: computed, not measured." : null;

    /// <summary>Headings and rows.</summary>
    internal string[][] Cells() => [Headings(), .. growth.Points.GroupBy(point => growth.Size(point.Cost)).Select(Row)];

    internal XElement Draw() => NumberTable.Draw(Cells());

    private string[] Headings() => [GrowthWords.Noun(growth), .. series.Select(one => $"time, {one.Name}"), .. series.Select(one => $"memory, {one.Name}")];

    private string[] Row(IGrouping<int, GrowthPoint> size)
    {
        GrowthPoint?[] points = [.. series.Select(one => Array.Find(one.Points, size.Contains))];
        return [Count.Of(size.Key), .. points.Select(point => Number(point, Quantity.Time, point?.Seconds)), .. points.Select(point => Number(point, Quantity.Memory, point?.Bytes))];
    }

    private static string Number(GrowthPoint? point, Quantity quantity, double? value) =>
        value is { } number ? (point!.Basis == GrowthBasis.Measured ? "" : "≈ ") + quantity.Format(number) : Missing;
}
