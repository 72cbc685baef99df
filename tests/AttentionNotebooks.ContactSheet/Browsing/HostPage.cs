using System.Net;

namespace AttentionNotebooks.ContactSheet.Browsing;

/// <summary>A page around figures, as a host would show them.</summary>
internal static class HostPage
{
    /// <summary>The colours of a plain page.</summary>
    internal const string Light = "background:#ffffff;color:#1f1f1f";

    /// <summary>The colours of a dark host that still reports a light colour scheme, as VS Code does.</summary>
    internal const string Dark = "background:#1f1f1f;color:#cccccc";

    internal static string Of(string figures, string colours = Light, string title = "Figures") =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{WebUtility.HtmlEncode(title)}</title>
        <style>body.host-of-figures {"{"} margin: 16px; font: 14px/1.5 system-ui, sans-serif; {colours} {"}"}</style></head>
        <body class="host-of-figures"><main><h1>{WebUtility.HtmlEncode(title)}</h1>{figures}</main></body>
        </html>
        """;
}
