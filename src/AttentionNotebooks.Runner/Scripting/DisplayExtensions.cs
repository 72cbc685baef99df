namespace AttentionNotebooks.Runner.Scripting;

/// <summary><c>x.Display()</c> for every value.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value below the cell.</summary>
    /// <param name="value">The value; null shows as such.</param>
    /// <param name="mimeTypes">In which MIME types; those that the value's type prefers if none is named.</param>
    /// <returns>A handle by which the shown value can be replaced later.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows text that already is of the given MIME type, as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mimeType">Its MIME type, such as <c>text/html</c>.</param>
    /// <returns>A handle by which the shown value can be replaced later.</returns>
    public static DisplayedValue DisplayAs(this string text, string mimeType) => DisplayedValue.ShowText(text, mimeType);
}
