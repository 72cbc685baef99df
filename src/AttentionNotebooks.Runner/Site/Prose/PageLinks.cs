using AttentionNotebooks.Runner.Documents;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>Turns what links and pictures mean beside a notebook into what they mean on its page.</summary>
internal sealed class PageLinks(SitePage page, IReadOnlyDictionary<string, string> addresses, IReadOnlySet<string> anchors)
{
    private static readonly string[] PictureTypes = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"];

    /// <summary>Rewrites the links of a cell; returns the pictures that the site needs for it.</summary>
    internal IReadOnlyList<SiteAsset> Resolve(MarkdownDocument document, Cell cell)
    {
        List<SiteAsset> assets = [];
        foreach (LinkInline link in document.Descendants<LinkInline>().Where(link => link.Url is not null))
        {
            if (!link.IsImage)
            {
                link.Url = Resolve(link.Url!);
            }
            else if (Attachment(link.Url!, cell) is { } inline)
            {
                link.Url = inline;
            }
            else if (Picture(link.Url!) is { } asset)
            {
                link.Url = string.Join('/', asset.Target.Split('/').Select(Uri.EscapeDataString));
                assets.Add(asset);
            }
        }

        return assets;
    }

    private string Resolve(string url)
    {
        int hash = url.IndexOf('#', StringComparison.Ordinal);
        string target = hash < 0 ? url : url[..hash];
        string fragment = hash < 0 ? "" : url[hash..];
        if (target.Length == 0)
        {
            return anchors.Contains(Slug(fragment)) ? $"#{Slug(fragment)}" : url;
        }

        string file = Uri.UnescapeDataString(target.StartsWith("./", StringComparison.Ordinal) ? target[2..] : target);
        return addresses.TryGetValue(file, out string? address) ? address + (fragment.Length > 1 ? $"#{Slug(fragment)}" : "") : url;
    }

    // Jupyter's anchors keep the capitals of a heading; ours, as GitHub's, do not.
    private static string Slug(string fragment) => LinkHelper.UrilizeAsGfm(Uri.UnescapeDataString(fragment.TrimStart('#')));

    private static string? Attachment(string url, Cell cell)
    {
        const string Scheme = "attachment:";
        if (!url.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        string name = Uri.UnescapeDataString(url[Scheme.Length..]);
        IReadOnlyDictionary<string, string>? bundle = cell.Attachments.GetValueOrDefault(name);
        return bundle?.Select(entry => $"data:{entry.Key};base64,{entry.Value}").FirstOrDefault();
    }

    private SiteAsset? Picture(string url)
    {
        if (page.SourceFolder is null || Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            return null;
        }

        string root = Path.GetFullPath(page.SourceFolder) + Path.DirectorySeparatorChar;
        string path = Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(url)));
        bool isBeside = path.StartsWith(root, StringComparison.Ordinal) && PictureTypes.Contains(Path.GetExtension(path).ToLowerInvariant());
        return isBeside && File.Exists(path)
            ? new SiteAsset(path, $"{page.AssetFolder}/{Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/')}")
            : null;
    }
}
