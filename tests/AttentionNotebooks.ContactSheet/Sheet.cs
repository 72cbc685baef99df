using System.Net;
using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;
using AttentionNotebooks.ContactSheet.Hosts;
using Microsoft.Playwright;

namespace AttentionNotebooks.ContactSheet;

/// <summary>Screenshots of pictures in every form in which a reader may meet them, and a page that shows all of them.</summary>
internal sealed class Sheet(Chromium chromium, string folder)
{
    private static readonly Form[] Forms =
    [
        new("light", Host.PlainLight),
        new("dark", VisualStudioCode.Dark),
        new("390px", Host.PlainLight, Width: 390),
        new("stripped", Host.PlainLight, IsStripped: true),
    ];

    private const int FiguresOfAPicture = 8;

    /// <summary>The pictures of one figure; gives its part of the page.</summary>
    internal async Task<string> AddAsync(string name, string html, bool needsScript = false)
    {
        List<string> cells = [];
        foreach (Form form in Forms.Where(form => !(needsScript && form.IsStripped)))
        {
            string file = $"{name}.{form.Name}.png";
            await using WatchedPage page = await chromium.NewPageAsync(form.Width, form.Host.Reported);
            await page.ShowAsync(form.Host.Page(form.IsStripped ? Stripped.Of(html) : html, name));
            if (needsScript) await page.Page.WaitForSelectorAsync(".main-svg");
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
            cells.Add(Cell(file, form.Name));
        }

        return Section(name, cells);
    }

    /// <summary>All of these figures in a host, some to a picture; gives their part of the page.</summary>
    internal async Task<string> AddHostAsync(Host host, IEnumerable<FigureExample> figures)
    {
        List<string> cells = [];
        foreach (FigureExample[] shown in figures.Chunk(FiguresOfAPicture))
        {
            string file = $"host.{host.Name}.{cells.Count + 1}.png";
            await using WatchedPage page = await chromium.NewPageAsync(reported: host.Reported);
            await page.ShowAsync(host.Page(shown, host.Name));
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
            cells.Add(Cell(file, $"{shown[0]} to {shown[^1]}"));
        }

        return Section(host.Name, cells);
    }

    /// <summary>All of these figures as they are printed; gives their part of the page.</summary>
    internal async Task<string> AddPrintAsync(IEnumerable<FigureExample> figures)
    {
        const string File = "print.pdf";
        await using WatchedPage page = await chromium.NewPageAsync();
        await page.ShowAsync(Host.PlainLight.Page(figures, "Printed"));
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.Page.PdfAsync(new() { Path = Path.Combine(folder, File), Format = "A4", PreferCSSPageSize = true });
        return Section("printed", [$"<a href=\"{File}\">{File}</a>"]);
    }

    /// <summary>Writes the page; gives its path.</summary>
    internal string Write(IEnumerable<string> sections)
    {
        const string Style = "body{font:14px system-ui,sans-serif;background:#888}section{display:flex;flex-wrap:wrap;gap:12px}h2{width:100%}figure{margin:0;width:24%}img{max-width:100%;max-height:70vh}";
        string path = Path.Combine(folder, "index.html");
        File.WriteAllText(path, $"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Contact sheet</title><style>{Style}</style><h1>Every figure</h1>{string.Concat(sections)}</html>");
        return path;
    }

    private static string Cell(string file, string caption) =>
        $"<figure><a href=\"{file}\"><img src=\"{file}\" alt=\"{caption}\" loading=\"lazy\"></a><figcaption>{caption}</figcaption></figure>";

    private static string Section(string name, IEnumerable<string> cells) => $"<section><h2>{WebUtility.HtmlEncode(name)}</h2>{string.Concat(cells)}</section>";

    /// <summary>A way in which a reader may meet a figure.</summary>
    private sealed record Form(string Name, Host Host, int Width = 1000, bool IsStripped = false);
}
