using System.Net;
using AttentionNotebooks.ContactSheet.Browsing;

namespace AttentionNotebooks.ContactSheet;

/// <summary>Screenshots of pictures in every form in which a reader may meet them, and a page that shows all of them.</summary>
internal sealed class Sheet(Chromium chromium, string folder)
{
    private static readonly (string Name, string Colours, int Width, bool IsStripped)[] Forms =
    [
        ("light", HostPage.Light, 1000, false),
        ("dark", HostPage.Dark, 1000, false),
        ("390px", HostPage.Light, 390, false),
        ("stripped", HostPage.Light, 1000, true),
    ];

    private readonly List<string> rows = [];

    /// <summary>Takes the pictures of one figure.</summary>
    internal async Task AddAsync(string name, string html, bool needsScript = false)
    {
        List<string> cells = [];
        foreach ((string form, string colours, int width, bool isStripped) in Forms.Where(form => !(needsScript && form.IsStripped)))
        {
            string file = $"{name}.{form}.png";
            await using WatchedPage page = await chromium.NewPageAsync(width);
            await page.ShowAsync(HostPage.Of(isStripped ? Stripped.Of(html) : html, colours, name));
            if (needsScript) await page.Page.WaitForSelectorAsync(".main-svg");
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
            cells.Add($"<figure><a href=\"{file}\"><img src=\"{file}\" alt=\"{name}, {form}\" loading=\"lazy\"></a><figcaption>{form}</figcaption></figure>");
        }

        rows.Add($"<section><h2>{WebUtility.HtmlEncode(name)}</h2>{string.Concat(cells)}</section>");
    }

    /// <summary>Writes the page; gives its path.</summary>
    internal string Write()
    {
        const string Style = "body{font:14px system-ui,sans-serif;background:#888}section{display:flex;flex-wrap:wrap;gap:12px}h2{width:100%}figure{margin:0;width:24%}img{max-width:100%;max-height:70vh}";
        string path = Path.Combine(folder, "index.html");
        File.WriteAllText(path, $"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Contact sheet</title><style>{Style}</style><h1>Every figure</h1>{string.Concat(rows)}</html>");
        return path;
    }
}
