using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>How vectors add up to an output: the values of the keys, each times its weight, or the heads' shares of a layer's output.</summary>
/// <remarks>
/// A row an addend: how much it counts, the vector it is made of, what it adds, and the sum so far, which ends at the output. All bars of a column
/// are on one scale. The numbers stand below, folded. A selected row dims the others.
/// </remarks>
public sealed class WeightedSumFigure : Figure
{
    private readonly VectorSum sum;
    private readonly IReadOnlyList<Figure> numbers;
    private readonly IReadOnlyList<WeightedSumFigure> heads;
    private readonly IReadOnlyList<string> notices;

    internal WeightedSumFigure(
        string title, VectorSum sum, IReadOnlyList<Figure> numbers, IReadOnlyList<WeightedSumFigure> heads, IEnumerable<string> notices)
    {
        Title = title;
        this.sum = sum;
        this.numbers = numbers;
        this.heads = heads;
        this.notices = sum.VectorLength <= VectorColumn.GreatestLength
            ? [.. notices]
            : [.. notices, $"Only the first {VectorColumn.GreatestLength} of {sum.VectorLength} entries of a vector have a bar."];
    }

    internal override string Title { get; }

    internal override bool UsesScript => true;

    /// <summary>Writes the rows as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path) => SvgPage.Save(path, Title, sum.Chart(Title).Draw());

    /// <summary>How much each addend counts and what it adds, as text.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = TextColumns.Append(new StringBuilder(Title), sum.Cells());
        foreach (string notice in notices) text.AppendLine().Append(notice);
        foreach (WeightedSumFigure head in heads) text.AppendLine().AppendLine().Append(head);
        return text.ToString();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            FigureScript.Root("weighted-sum"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title)),
            Scrolling.Box($"Sum. {Title}", sum.Chart(Title).Draw()),
            notices.Select(notice => Html.Element("p", Html.Element("small", notice))),
            numbers.Count == 0 ? null : Html.Element("details", Html.Summary("Numbers as tables"), numbers.Select(figure => figure.Draw())),
            heads.Select(head => Html.Element("details", Html.Summary(head.Title), head.Draw())));
}
