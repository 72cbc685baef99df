using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>A cell taken apart: its directives, and its code with a blank line in the place of each.</summary>
internal sealed record ParsedCell(IReadOnlyList<Directive> Directives, CellSource Source)
{
    private static readonly CSharpParseOptions ScriptOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>Takes a cell apart. The compiler's own lexer finds the directives, so one inside a string or a comment is none.</summary>
    public static ParsedCell Parse(CellSource source)
    {
        var tree = CSharpSyntaxTree.ParseText(source.Text, ScriptOptions);
        var text = tree.GetText();
        var lines = tree.GetRoot().DescendantTrivia()
            .Where(trivia => trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true })
            .Select(trivia => text.Lines.GetLineFromPosition(trivia.SpanStart))
            .ToList();
        var code = source.Text.ToCharArray();
        List<Directive> directives = [];
        foreach (var line in lines)
        {
            if (Read(line.ToString().Trim(), line.LineNumber + 1) is not { } directive) continue;
            directives.Add(directive);
            Array.Fill(code, ' ', line.Start, line.End - line.Start);
        }

        return new ParsedCell(directives, source with { Text = new string(code) });
    }

    private static Directive? Read(string line, int number)
    {
        if (!line.StartsWith("#!", StringComparison.Ordinal) && !IsReference(line)) return null;
        var nameEnd = line.IndexOfAny([' ', '\t', '"']);
        return nameEnd < 0 ? new Directive(line, "", number) : new Directive(line[..nameEnd], line[nameEnd..].Trim(), number);
    }

    private static bool IsReference(string line) => line.Length > 2 && line[..2] is "#r" or "#i" && line[2] is ' ' or '\t' or '"';
}
