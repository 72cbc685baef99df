using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>How time and memory of attention grow: two panels with logarithmic axes, a line for the output only and one for the weights kept.</summary>
/// <remarks>Filled markers were measured, hollow ones are computed. Thin lines from the corner grow in proportion and with the square. The numbers stand below, folded.</remarks>
public sealed class GrowthFigure : Figure
{
    private readonly AttentionGrowth growth;
    private readonly GrowthTable table;

    internal GrowthFigure(AttentionGrowth growth)
    {
        this.growth = growth;
        table = new GrowthTable(growth);
    }

    internal override string Title => GrowthWords.Title(growth);

    /// <summary>Writes both panels with their legend as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path)
    {
        SvgPage page = new(Title);
        page.Add([Title]);
        page.Add(GrowthLegend.Draw(growth), GrowthLegend.Width, GrowthLegend.Height);
        page.Add(Panels(), columns: 2, GrowthPanel.Width, GrowthPanel.Height);
        page.Add([.. GrowthWords.Notices(growth)]);
        AtomicFile.WriteAllText(path, Html.Render(page.Draw()) + "\n");
    }

    /// <summary>The numbers as a table.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = TextColumns.Append(new StringBuilder(Title), table.Cells());
        foreach (string notice in Notices()) text.AppendLine().Append(notice);
        return text.ToString();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title)),
            Html.Element("div", PaperStyle.LegendAbove, GrowthLegend.Draw(growth)),
            Scrolling.Box($"Growth. {Title}", Panels().SelectMany(panel => new object[] { panel, " " })),
            GrowthWords.Notices(growth).Select(Small),
            Html.Element("details", Html.Summary("Numbers as a table"), Scrolling.Box($"Numbers. {Title}", table.Draw()), table.Sign is { } sign ? Small(sign) : null));

    private XElement[] Panels() =>
    [
        new GrowthPanel("Time of a call", Quantity.Time, point => point.Seconds, growth).Draw(),
        new GrowthPanel("Memory of a call", Quantity.Memory, point => point.Bytes, growth).Draw(),
    ];

    private IEnumerable<string> Notices() => (table.Sign is { } sign ? [sign] : Array.Empty<string>()).Concat(GrowthWords.Notices(growth));

    private static XElement Small(string text) => Html.Element("p", Html.Element("small", text));
}
