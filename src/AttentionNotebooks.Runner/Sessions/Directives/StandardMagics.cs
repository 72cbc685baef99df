namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>The magic commands of every session.</summary>
internal static class StandardMagics
{
    /// <summary>Makes them for a session that has these packages.</summary>
    public static IEnumerable<IMagic> Create(SessionPackages packages) =>
    [
        new CSharpMagic(),
        new TextMagic("#!markdown", "Markdown", "text/markdown"),
        new TextMagic("#!html", "HTML", "text/html"),
        new TimeMagic(),
        new WhoMagic(),
        new WhosMagic(),
        new AboutMagic(packages),
        new LsMagic(),
    ];
}
