using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>The pieces of a cell while it is taken apart, from top to bottom.</summary>
internal sealed class CellPieces(CellSource source)
{
    private readonly SourceText lines = SourceText.From(source.Text);
    private readonly List<Directive> references = [];
    private readonly List<CellStep> steps = [];
    private readonly List<TextSpan> directiveLines = [];
    private readonly char[] allCode = Blank(source.Text);
    private char[] code = Blank(source.Text);
    private int codeStart;

    public string Text => source.Text;

    public TextLine LineAt(int position) => lines.Lines.GetLineFromPosition(position);

    public IEnumerable<TextLine> LinesAfter(TextLine line) => lines.Lines.Skip(line.LineNumber + 1);

    /// <summary>C# begins here.</summary>
    public void BeginCode(int position) => codeStart = position;

    /// <summary>The C# that has begun ends here.</summary>
    public void EndCode(int position)
    {
        TakeCode(position);
        if (!code.All(char.IsWhiteSpace)) steps.Add(new CodeStep(source with { Text = new string(code) }));
        code = Blank(Text);
    }

    public void AddReference(TextLine line, Directive directive)
    {
        references.Add(directive);
        SkipDirective(line);
    }

    /// <summary>Adds a command that takes no text.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="directive">What that line says.</param>
    /// <param name="partsCode">Whether the code above it runs before it; else all of the code around it runs after it.</param>
    public void AddMagic(TextLine line, Directive directive, bool partsCode)
    {
        if (partsCode) EndCode(line.Start);
        SkipDirective(line);
        steps.Add(new MagicStep(directive, "", default));
    }

    /// <summary>Adds a command with the text from below its line to a position.</summary>
    public void AddText(TextLine header, Directive directive, int end)
    {
        directiveLines.Add(header.Span);
        var span = TextSpan.FromBounds(Math.Min(header.EndIncludingLineBreak, end), end);
        steps.Add(new MagicStep(directive, Text.Substring(span.Start, span.Length).Trim('\r', '\n'), span));
    }

    public ParsedCell ToCell() => new(references, steps, new string(allCode), directiveLines);

    private void SkipDirective(TextLine line)
    {
        directiveLines.Add(line.Span);
        TakeCode(line.Start);
        codeStart = line.End;
    }

    private void TakeCode(int end)
    {
        if (codeStart >= end) return;
        Text.CopyTo(codeStart, code, codeStart, end - codeStart);
        Text.CopyTo(codeStart, allCode, codeStart, end - codeStart);
        codeStart = end;
    }

    private static char[] Blank(string text) => [.. text.Select(letter => SyntaxFacts.IsNewLine(letter) ? letter : ' ')];
}
