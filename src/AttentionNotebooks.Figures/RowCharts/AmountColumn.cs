using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A number a row with a bar from 0, on the scale to the greatest one; a total is a number alone.</summary>
internal sealed class AmountColumn : RowColumn
{
    private const double BarWidth = 60;
    private const double BarHeight = 9;
    private const double Gap = 5;

    private readonly double[] lengths;
    private readonly string[] numbers;

    internal AmountColumn(string heading, IReadOnlyList<double> amounts, double? total = null)
        : this(heading, Lengths(amounts), NumberFormat.All([.. amounts, .. total is { } sum ? [sum] : Array.Empty<double>()]))
    {
    }

    private AmountColumn(string heading, double[] lengths, string[] numbers)
        : base(heading, "", BarWidth + Gap + numbers.Max(number => PixelWidth.Of(number, RowChart.FontSize)))
    {
        this.lengths = lengths;
        this.numbers = numbers;
    }

    internal override IEnumerable<XElement> Draw(int row)
    {
        double length = row < lengths.Length ? lengths[row] : 0;
        if (length > 0)
        {
            yield return Html.Svg(
                "rect",
                Html.Attribute("y", (RowChart.RowHeight - BarHeight) / 2),
                Html.Attribute("width", length),
                Html.Attribute("height", BarHeight),
                Html.Attribute("fill", HeatmapScale.Hue));
        }

        yield return Html.Svg(
            "text",
            Html.Attribute("x", SvgNumber.Round(length > 0 ? length + Gap : 0)),
            Html.Attribute("y", RowChart.Baseline),
            numbers[row]);
    }

    private static double[] Lengths(IReadOnlyList<double> amounts)
    {
        double greatest = amounts.Max();
        return [.. amounts.Select(amount => greatest > 0 ? SvgNumber.Round(Math.Max(0, amount) / greatest * BarWidth) : 0)];
    }
}
