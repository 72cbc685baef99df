using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A signed number a row, to the right.</summary>
internal sealed class NumberColumn : RowColumn
{
    private readonly string[] numbers;

    internal NumberColumn(string heading, IEnumerable<double> values)
        : this(heading, NumberFormat.All([.. values]))
    {
    }

    private NumberColumn(string heading, string[] numbers)
        : base(heading, "", numbers.Max(number => PixelWidth.Of(number, RowChart.FontSize))) => this.numbers = numbers;

    internal override IEnumerable<XElement> Draw(int row) =>
    [
        Html.Svg(
            "text",
            Html.Attribute("x", SvgNumber.Round(Width)),
            Html.Attribute("y", RowChart.Baseline),
            Html.Attribute("text-anchor", "end"),
            numbers[row]),
    ];
}
