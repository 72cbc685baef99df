namespace AttentionNotebooks.Runner.Site;

/// <summary>A picture that a page shows.</summary>
/// <param name="Source">The file to copy.</param>
/// <param name="Target">Its path within the site, with <c>/</c> between folders.</param>
internal sealed record SiteAsset(string Source, string Target);
