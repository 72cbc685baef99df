using System.Net;
using AttentionNotebooks.ContactSheet.Figures;
using Microsoft.Playwright;

namespace AttentionNotebooks.ContactSheet.Hosts;

/// <summary>A program that shows figures: the colours of its theme, and the rules of its style sheets that reach into what it shows.</summary>
/// <param name="Name">In lower case with hyphens: a part of file names.</param>
/// <param name="Style">The style sheet.</param>
/// <param name="Reported">The colour scheme that the browser tells the page. Hosts with themes of their own may be told another than they have.</param>
/// <param name="Body">Attributes of the body.</param>
/// <param name="Output">Classes of the element around what is shown.</param>
internal sealed record Host(string Name, string Style, ColorScheme Reported = ColorScheme.Light, string Body = "", string Output = "output")
{
    /// <summary>A page that keeps to the browser's own colours, told that they are light.</summary>
    internal static readonly Host PlainLight = new("plain-light", PlainStyle);

    /// <summary>The same page, told that they are dark.</summary>
    internal static readonly Host PlainDark = new("plain-dark", PlainStyle, ColorScheme.Dark);

    /// <summary>Every host.</summary>
    internal static readonly IReadOnlyList<Host> All =
        [PlainLight, PlainDark, VisualStudioCode.Light, VisualStudioCode.Dark, JupyterLab.Light, JupyterLab.Dark];

    /// <summary>The attribute that names the figure in a section.</summary>
    internal const string Section = "data-shown";

    private const string PlainStyle = ":root { color-scheme: light dark; background: Canvas; color: CanvasText } body { margin: 16px; font: 14px/1.5 system-ui, sans-serif } @page { margin: 15mm }";

    internal static Host Named(string name) => All.Single(host => host.Name == name);

    /// <summary>The host's page around figures.</summary>
    internal string Page(string figures, string title = "Figures") =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head>
        <body {Body}><main><h1>{WebUtility.HtmlEncode(title)}</h1><div class="{Output}">{figures}</div></main></body>
        </html>
        """;

    /// <summary>The host's page with figures one below the other, each in a section that carries its name.</summary>
    internal string Page(IEnumerable<FigureExample> figures, string title = "Figures") =>
        Page(string.Concat(figures.Select(figure => $"<section {Section}=\"{figure.Name}\"><h2>{figure.Name}</h2>{figure.Html}</section>")), title);

    public override string ToString() => Name;
}
