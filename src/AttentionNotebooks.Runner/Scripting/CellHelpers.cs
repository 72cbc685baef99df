using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Html;

namespace AttentionNotebooks.Runner.Scripting;

/// <summary>Functions that every cell can call by their bare names.</summary>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "The names that notebooks know from .NET Interactive.")]
public static class CellHelpers
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">The value; null shows as such.</param>
    /// <param name="mimeTypes">In which MIME types; those that the value's type prefers if none is named.</param>
    /// <returns>A handle by which the shown value can be replaced later.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Makes a value that shows as the given HTML.</summary>
    /// <param name="content">HTML, taken as it is.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
