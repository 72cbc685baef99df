namespace AttentionNotebooks.Browser.Tests;

/// <summary>Whether a reader sees an element.</summary>
internal static class Seen
{
    /// <summary>A function of an element, in JavaScript. Folded elements have rectangles, and hidden elements of SVG count as visible: both are asked.</summary>
    internal const string Function = "(element => element.checkVisibility() && element.getClientRects().length > 0)";
}
