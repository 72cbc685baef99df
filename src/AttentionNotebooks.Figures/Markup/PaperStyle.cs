using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>On paper nothing scrolls and nothing can be pressed: boxes show all that they hold, controls are left out, every frame is seen, and a drawing that fits on a page is not parted, nor its legend from it.</summary>
/// <remarks>The rules reach only into our figures; a second copy of them says the same.</remarks>
internal static class PaperStyle
{
    private const string Rules =
        "@media print{[data-attention-scrolls]{overflow:visible!important}"
        + "[data-attention-scrolls] svg{break-inside:avoid}[data-attention-legend=above]{break-after:avoid}[data-attention-legend=below]{break-before:avoid}"
        + "[data-attention-figure] [data-needs-script]{display:none!important}[data-attention-figure] [data-without-script]{display:block!important}"
        + "[data-attention-figure] div[data-frame]{display:inline-block!important}[data-attention-figure] details[data-frame]{display:block!important}}";

    /// <summary>Marks a legend that belongs to what stands below it.</summary>
    internal static XAttribute LegendAbove => new("data-attention-legend", "above");

    /// <summary>Marks a legend that belongs to what stands above it.</summary>
    internal static XAttribute LegendBelow => new("data-attention-legend", "below");

    /// <summary>True where a figure has something that is another on paper.</summary>
    internal static bool Concerns(XElement figure) => figure.Descendants().Any(element => element.Attribute("data-attention-scrolls") is not null || element.Attribute("data-needs-script") is not null);

    internal static XElement Element() => Html.Element("style", Rules);
}
