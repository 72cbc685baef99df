using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A number a row with a bar from 0, on the scale to the greatest one; the last rows may have none.</summary>
internal sealed class AmountColumn : RowColumn
{
    private const double BarWidth = 60;
    private const double BarHeight = 9;
    private const double Gap = 5;

    private readonly IReadOnlyList<double> amounts;
    private readonly string[] numbers;
    private readonly double greatest;

    internal AmountColumn(string heading, IReadOnlyList<double> amounts)
        : this(heading, amounts, NumberFormat.For(amounts))
    {
    }

    private AmountColumn(string heading, IReadOnlyList<double> amounts, NumberFormat format)
        : this(heading, amounts, [.. amounts.Select(format.Format)])
    {
    }

    private AmountColumn(string heading, IReadOnlyList<double> amounts, string[] numbers)
        : base(heading, "", BarWidth + Gap + numbers.Max(number => PixelWidth.Of(number, RowChart.FontSize)))
    {
        this.amounts = amounts;
        this.numbers = numbers;
        greatest = amounts.Max();
    }

    internal override IEnumerable<XElement> Draw(int row)
    {
        if (row >= amounts.Count) yield break;
        double length = greatest > 0 ? Math.Max(0, amounts[row]) / greatest * BarWidth : 0;
        yield return Html.Svg(
            "rect",
            Html.Attribute("y", (RowChart.RowHeight - BarHeight) / 2),
            Html.Attribute("width", SvgNumber.Round(length)),
            Html.Attribute("height", BarHeight),
            Html.Attribute("fill", HeatmapScale.Hue));
        yield return Html.Svg(
            "text",
            Html.Attribute("x", SvgNumber.Round(length + Gap)),
            Html.Attribute("y", RowChart.Baseline),
            numbers[row]);
    }
}
