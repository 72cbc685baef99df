using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A vector a row as signed bars side by side: upwards above zero, downwards below, on one scale for all rows.</summary>
internal sealed class VectorColumn : RowColumn
{
    /// <summary>Longer vectors are drawn up to here.</summary>
    internal const int GreatestLength = 128;

    /// <summary>The height of the longest bar.</summary>
    internal const double Reach = 15;

    private const double Room = 120;
    private const double WidestBar = 22;

    private readonly IReadOnlyList<double[]?> vectors;
    private readonly double max;
    private readonly double step;

    internal VectorColumn(string heading, IReadOnlyList<double[]?> vectors)
        : this(heading, vectors, Largest(vectors), Math.Min(GreatestLength, vectors.OfType<double[]>().Max(vector => vector.Length)))
    {
    }

    private VectorColumn(string heading, IReadOnlyList<double[]?> vectors, double max, int length)
        : base(heading, max > 0 ? $"full height: {NumberFormat.For([max]).Format(max)}" : "all 0", length * Step(length))
    {
        this.vectors = vectors;
        this.max = max;
        step = Step(length);
    }

    internal override IEnumerable<XElement> Draw(int row)
    {
        if (vectors[row] is not { } vector) yield break;
        double[] shown = [.. vector.Take(GreatestLength)];
        yield return Html.Svg(
            "path",
            Html.Attribute("d", string.Create(CultureInfo.InvariantCulture, $"M0 {RowChart.Middle}h{shown.Length * step}")),
            Html.Attribute("stroke", "currentColor"),
            Html.Attribute("stroke-opacity", 0.5));
        if (Bars(shown, sign: 1) is { } above) yield return above;
        if (Bars(shown, sign: -1) is { } below) yield return below;
    }

    private static double Step(int length) => Math.Clamp(Math.Floor(Room / length), 2, WidestBar);

    private static double Largest(IEnumerable<double[]?> vectors) =>
        vectors.OfType<double[]>().SelectMany(vector => vector).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    /// <summary>All bars of one sign as one path of wide lines: to the foot of a bar, then up or down.</summary>
    private XElement? Bars(double[] vector, int sign)
    {
        StringBuilder path = new();
        for (int index = 0; index < vector.Length; index++)
        {
            double height = Math.Round(sign * vector[index] / max * Reach, 2);
            if (!(height > 0)) continue;
            path.Append(CultureInfo.InvariantCulture, $"M{(index + 0.5) * step} {RowChart.Middle}v{-sign * height}");
        }

        return path.Length == 0 ? null : Html.Svg("path", Html.Attribute("d", path.ToString()), Html.Attribute("stroke", DivergingScale.Opaque(sign)), Html.Attribute("stroke-width", step - 1));
    }
}
