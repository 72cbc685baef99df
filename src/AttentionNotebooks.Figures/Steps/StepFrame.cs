using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>What every figure of steps is: a title, the shapes from input to output, and what follows.</summary>
internal static class StepFrame
{
    internal static XElement Draw(string title, ShapeBox[][] stages, params object?[] content) =>
        Html.Element(
            "div",
            FigureScript.Root("steps"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", title),
            Html.Element("p", Html.Element("strong", title)),
            Scrolling.Box($"Shapes. {title}", ShapeStrip.Draw(stages)),
            content);
}
