using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A slider with previous and next: the script un-hides it, and from then on one frame is seen at a time.</summary>
internal static class FrameControls
{
    /// <param name="name">What one frame is, for example <c>step</c>.</param>
    /// <param name="last">The number of the last frame; the first is 0.</param>
    /// <param name="first">What is shown at 0.</param>
    /// <param name="all">Words for a position without a frame of its own, where all frames are seen; null where each position has one.</param>
    internal static XElement Of(string name, int last, string first, string? all = null) =>
        Html.Element(
            "div",
            Html.Attribute("hidden", "hidden"),
            Html.Attribute("data-needs-script", ""),
            Html.Attribute("style", "margin:.5em 0"),
            Button(-1, $"previous {name}", "◀"),
            " ",
            Html.Element(
                "input",
                Html.Attribute("type", "range"),
                Html.Attribute("data-frames", all ?? ""),
                Html.Attribute("aria-label", name),
                Html.Attribute("min", 0),
                Html.Attribute("max", last),
                Html.Attribute("value", 0),
                Html.Attribute("style", "vertical-align:middle;" + ControlStyle.Accent)),
            " ",
            Button(1, $"next {name}", "▶"),
            " ",
            Html.Element("output", first));

    /// <summary>Marks an element as one frame.</summary>
    internal static XAttribute?[] Frame(int number, string label) => [Html.Attribute("data-frame", number), Html.Attribute("data-frame-label", label)];

    private static XElement Button(int step, string label, string sign) =>
        Html.Element(
            "button",
            Html.Attribute("type", "button"),
            Html.Attribute("data-step", step),
            Html.Attribute("aria-label", label),
            Html.Attribute("title", label),
            Html.Attribute("style", ControlStyle.Button),
            sign);
}
