using AttentionNotebooks.Runner.Markup;

namespace AttentionNotebooks.Runner.Site;

/// <summary>What all pages have in common.</summary>
internal static class PageShell
{
    /// <summary>The name of the site.</summary>
    internal const string SiteTitle = "AttentionNotebooks";

    /// <summary>The style sheet's file.</summary>
    internal const string StyleSheet = "site.css";

    /// <summary>The address of the list of all pages.</summary>
    internal const string IndexAddress = "index.html";

    /// <summary>A whole document around the HTML of its <c>main</c> and of what stands beside it.</summary>
    internal static string Write(string title, string styleClass, string main, string contents = "", string footer = "")
    {
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{HtmlText.Escape(title)}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{StyleSheet}">
            </head>
            <body class="{styleClass}">
            <a class="skip" href="#main">Skip to the text</a>
            <header class="site-header"><a href="{IndexAddress}">{SiteTitle}</a></header>
            <div class="page">
            {contents}
            <main id="main" tabindex="-1">
            {main}
            </main>
            </div>
            <footer class="site-footer">
            {footer}
            </footer>
            </body>
            </html>

            """;
    }
}
