using System.Text.RegularExpressions;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>The quoted argument of <c>#r</c> or <c>#i</c>: a path, or (<see cref="IsNuGet"/>) what follows <c>nuget:</c>.</summary>
internal sealed partial record ReferenceArgument(string Text, bool IsNuGet)
{
    /// <summary>Reads the argument of a directive.</summary>
    /// <exception cref="CellException">It is not one quoted string.</exception>
    public static ReferenceArgument Parse(Directive directive)
    {
        var match = Quoted().Match(directive.Argument);
        if (!match.Success)
        {
            throw new CellException(
                "InvalidDirective",
                $"'{directive.Name} {directive.Argument}' is not understood: write {directive.Name} \"nuget: …\" or {directive.Name} \"path\".",
                directive.Line);
        }

        return new ReferenceArgument(match.Groups["text"].Value.Trim(), match.Groups["nuget"].Success);
    }

    [GeneratedRegex("""^"\s*(?<nuget>nuget\s*:)?(?<text>[^"]+)"\s*(//.*)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();
}
