using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Which line is which head.</summary>
internal sealed class HeadViewLegend(IReadOnlyList<int> heads)
{
    private const double ItemWidth = 92;
    private const double ItemHeight = 18;
    private const double SampleWidth = 26;
    private const double SampleHeight = 8;
    private const int Columns = 6;

    internal double Width => ItemWidth * Math.Min(heads.Count, Columns);

    internal double Height => ItemHeight * ((heads.Count + Columns - 1) / Columns);

    internal XElement Draw() =>
        SvgDrawing.Of(
            "img",
            Width,
            Height,
            HeadViewDrawing.FontSize,
            Html.Svg("title", "The lines of each head"),
            heads.SelectMany((head, index) => Item(head, index % Columns * ItemWidth, (index / Columns * ItemHeight) + (ItemHeight / 2))));

    /// <summary>The switches that the script brings to life.</summary>
    internal XElement Switches() =>
        Html.Element(
            "div",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", "Heads"),
            heads.SelectMany(head => new object[]
            {
                Switch(
                    $"head-{head}",
                    Sample(head),
                    $" head {head}"),
                " ",
            }));

    /// <summary>One switch that looks like text of the page.</summary>
    internal static XElement Switch(string part, params object[] content) =>
        Html.Element(
            "button",
            Html.Attribute("type", "button"),
            Html.Attribute("data-toggle", part),
            Html.Attribute("aria-pressed", "true"),
            Html.Attribute("style", ControlStyle.Button),
            content);

    private static XElement Sample(int head) =>
        Html.Svg(
            "svg",
            Html.Attribute("width", SampleWidth),
            Html.Attribute("height", SampleHeight),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {SampleWidth} {SampleHeight}")),
            Html.Attribute("aria-hidden", "true"),
            HeadSign.Sample(head, 0, SampleHeight / 2, SampleWidth));

    private static XElement[] Item(int head, double x, double y) =>
    [
        HeadSign.Sample(head, x, y, SampleWidth),
        Html.Svg("text", Html.Attribute("x", x + SampleWidth + 6), Html.Attribute("y", y + 4), $"head {head}"),
    ];
}
