using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>
/// Takes cells apart. The compiler's own lexer finds the directives, so one inside a string or a comment is none. A magic command
/// parts the code where it stands; inside a statement or a type, which cannot be parted, it goes before the code.
/// </summary>
internal sealed class CellParser(MagicTable magics)
{
    /// <summary>How cells are parsed.</summary>
    public static CSharpParseOptions ScriptOptions { get; } = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>Takes a cell apart.</summary>
    public ParsedCell Parse(CellSource source)
    {
        var pieces = new CellPieces(source);
        for (var position = 0; position < source.Text.Length;) position = ReadCode(pieces, position);
        return pieces.ToCell();
    }

    /// <summary>Reads C# from a position, and the text of the magic that ends it; gives where the next C# begins.</summary>
    private int ReadCode(CellPieces pieces, int start)
    {
        var root = CSharpSyntaxTree.ParseText(pieces.Text[start..], ScriptOptions).GetCompilationUnitRoot();
        pieces.BeginCode(start);
        foreach (var trivia in root.DescendantTrivia().Where(trivia => trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true }))
        {
            var line = pieces.LineAt(start + trivia.SpanStart);
            if (DirectiveLine.Read(line.ToString(), line.LineNumber + 1) is not { } directive) continue;
            if (magics.Find(directive.Name)?.Role == MagicRole.BeginsText) return ReadText(pieces, line, directive);
            if (directive.IsReference) pieces.AddReference(line, directive);
            else pieces.AddMagic(line, directive, partsCode: !IsInside(root, trivia.SpanStart));
        }

        pieces.EndCode(pieces.Text.Length);
        return pieces.Text.Length;
    }

    private int ReadText(CellPieces pieces, TextLine header, Directive directive)
    {
        pieces.EndCode(header.Start);
        var end = pieces.LinesAfter(header).Where(BeginsLanguage).Select(line => line.Start).FirstOrDefault(pieces.Text.Length);
        pieces.AddText(header, directive, end);
        return end;
    }

    private bool BeginsLanguage(TextLine line) =>
        DirectiveLine.Read(line.ToString(), line.LineNumber + 1) is { } directive
        && magics.Find(directive.Name) is { Role: not MagicRole.Command };

    private static bool IsInside(CompilationUnitSyntax root, int position) =>
        root.Members.Any(member => member.SpanStart < position && position < member.Span.End);
}
