using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>How strong each gradient is: a row a matrix, its norm and its greatest entry.</summary>
internal static class GradientNorms
{
    private const string NormHeading = "norm of the gradient";
    private const string GreatestHeading = "greatest entry";

    internal static XElement Draw(string title, IReadOnlyList<GradientPart> parts) =>
        new RowChart(
            $"Norms. {title}",
            [new AmountColumn(NormHeading, [.. parts.Select(part => part.Norm)]), new AmountColumn(GreatestHeading, [.. parts.Select(part => part.Greatest)])],
            [.. parts.Select(part => new ChartRow(part.Title, $"{part.Title}: {NormHeading} {WeightNumber.Exact(part.Norm)}, {GreatestHeading} {WeightNumber.Exact(part.Greatest)}"))]).Draw();

    /// <summary>The same for a terminal: headings and rows.</summary>
    internal static string[][] Cells(IReadOnlyList<GradientPart> parts) =>
        [["", NormHeading, GreatestHeading], .. parts.Select(part => (string[])[part.Title, WeightNumber.Exact(part.Norm), WeightNumber.Exact(part.Greatest)])];
}
