using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Frames one after the other with their scale, notices and the numbers of the last; the script adds a slider and then shows one at a time.</summary>
internal static class FrameStrip
{
    /// <param name="kind">What the figure is, for the script.</param>
    /// <param name="title">The title of the figure.</param>
    /// <param name="frames">The maps.</param>
    /// <param name="controls">The slider.</param>
    /// <param name="drawn">The frames, in their order.</param>
    internal static XElement Draw(string kind, string title, MapFrames frames, XElement controls, IEnumerable<XElement> drawn) =>
        Html.Element(
            "div",
            FigureScript.Root(kind),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", title),
            Html.Element("p", Html.Element("strong", title)),
            Html.Element("div", PaperStyle.LegendAbove, HeatmapLegend.Draw(frames.Scale)),
            controls,
            Scrolling.Box($"Film strip. {title}", drawn),
            frames.Notices.Select(notice => Html.Element("p", Html.Element("small", notice))),
            HeatmapTable.Draw(frames.Last));
}
