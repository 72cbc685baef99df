using System.Text.RegularExpressions;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Sessions.Directives;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>Completes the lines that speak to the session: names of magic commands, and ids of packages in folder feeds.</summary>
internal sealed partial class DirectiveCompletion(MagicTable magics, SessionPackages packages)
{
    /// <summary>Completes the directive that ends at the cursor so far.</summary>
    public Completion Complete(string code, int cursor)
    {
        var lineStart = code.LastIndexOf('\n', Math.Max(0, cursor - 1), cursor) + 1;
        var line = code[lineStart..cursor];
        if (MagicName().Match(line) is { Success: true } magic)
            return Complete(code, cursor, magic, magics.All.SelectMany(known => known.Names), CompletionKind.Magic);
        if (PackageId().Match(line) is { Success: true } package)
            return Complete(code, cursor, package, PackageIds(), CompletionKind.Package);
        return Completion.None(cursor);
    }

    private static Completion Complete(string code, int cursor, Match match, IEnumerable<string> candidates, string kind)
    {
        var typed = match.Groups["typed"].Value;
        var end = cursor;
        while (end < code.Length && (char.IsLetterOrDigit(code[end]) || code[end] is '.' or '-' or '_' or '#')) end++;
        var matches = candidates
            .Where(candidate => candidate.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(candidate => new CompletionMatch(candidate, kind));
        return new Completion(cursor - typed.Length, end, [.. matches]);
    }

    private IEnumerable<string> PackageIds()
    {
        try
        {
            return packages.Sources.LocalFolders.SelectMany(FeedPackage.ReadIds).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);
        }
        catch (PackageException)
        {
            // A broken NuGet.config is told when the cell runs.
            return [];
        }
    }

    [GeneratedRegex(@"^\s*(?<typed>#!\S*)$")]
    private static partial Regex MagicName();

    [GeneratedRegex("""^\s*#r\s*"\s*nuget\s*:\s*(?<typed>[\w.-]*)$""", RegexOptions.IgnoreCase)]
    private static partial Regex PackageId();
}
