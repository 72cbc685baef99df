using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One way of calling: its name, its points and its look. Blue circles and orange squares differ without colours too.</summary>
internal sealed class GrowthSeries
{
    /// <summary>How far a marker reaches from its middle.</summary>
    internal const double Reach = 4;

    private readonly bool keepsWeights;

    private GrowthSeries(bool keepsWeights, GrowthPoint[] points)
    {
        this.keepsWeights = keepsWeights;
        Points = points;
    }

    internal string Name => keepsWeights ? "weights kept" : "output only";

    /// <summary>Sorted by size.</summary>
    internal GrowthPoint[] Points { get; }

    internal string Colour => keepsWeights ? HeadSign.Colour(1) : HeadSign.Colour(0);

    /// <summary>The ways of calling that have points.</summary>
    internal static GrowthSeries[] Of(AttentionGrowth growth) =>
        [.. growth.Points.GroupBy(point => point.KeepsWeights).OrderBy(way => way.Key).Select(way => new GrowthSeries(way.Key, [.. way]))];

    /// <summary>A marker: filled where it was measured, hollow where it is computed.</summary>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="isMeasured">Whether it is filled.</param>
    /// <param name="content">What stands in it, a tooltip for example.</param>
    internal XElement Marker(double x, double y, bool isMeasured, params object?[] content)
    {
        (double left, double top, double reach) = (SvgNumber.Round(x), SvgNumber.Round(y), Reach - (GrowthPanel.LineWidth / 2));
        object?[] paint = [Html.Attribute("fill", isMeasured ? Colour : "none"), Html.Attribute("stroke", Colour), Html.Attribute("stroke-width", GrowthPanel.LineWidth), content];
        return keepsWeights
            ? Html.Svg("rect", Html.Attribute("x", left - reach), Html.Attribute("y", top - reach), Html.Attribute("width", 2 * reach), Html.Attribute("height", 2 * reach), paint)
            : Html.Svg("circle", Html.Attribute("cx", left), Html.Attribute("cy", top), Html.Attribute("r", reach), paint);
    }
}
