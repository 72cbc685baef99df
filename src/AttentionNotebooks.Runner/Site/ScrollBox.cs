using AttentionNotebooks.Runner.Markup;

namespace AttentionNotebooks.Runner.Site;

/// <summary>Boxes that scroll by themselves, so that the page never does; named and focusable, so that the keyboard reaches what is hidden.</summary>
internal static class ScrollBox
{
    /// <summary>The start tag of a box.</summary>
    internal static string Open(string element, string styleClass, string label) =>
        $"<{element} class=\"{styleClass} scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{HtmlText.Escape(label)}\">";

    /// <summary>A box of preformatted text.</summary>
    internal static string Preformatted(string styleClass, string label, string html) =>
        // An HTML parser drops a newline right after <pre>; the first one here is for it.
        $"{Open("pre", styleClass, label)}\n{html}</pre>";
}
