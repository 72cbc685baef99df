using AttentionNotebooks.Runner.Sessions.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>Tells whether a cell can be run as it is.</summary>
internal static class CompletenessCheck
{
    private const string OneLevel = "    ";
    private const string StringEndsInItsLine = "CS1010";

    /// <summary>Looks at the syntax of a cell.</summary>
    public static CodeCompleteness Check(string code, CellParser parser, MagicTable magics)
    {
        var cell = parser.Parse(new CellSource("", code));
        if (cell.Magics.Any(magic => magics.Find(magic.Directive.Name) is null)) return new CodeCompleteness(CompletenessStatus.Unknown);
        var unfinished = cell.Steps.OfType<CodeStep>().LastOrDefault(IsUnfinished);
        if (unfinished is not null && unfinished == cell.Steps[^1])
            return new CodeCompleteness(CompletenessStatus.Incomplete, IndentAfter(unfinished.Source.Text));
        var isInvalid = cell.Steps.OfType<CodeStep>().Any(step => HasErrors(Parse(step)));
        return new CodeCompleteness(isInvalid ? CompletenessStatus.Invalid : CompletenessStatus.Complete);
    }

    private static SyntaxTree Parse(CodeStep step) => CSharpSyntaxTree.ParseText(step.Source.Text, CellParser.ScriptOptions);

    private static bool IsUnfinished(CodeStep step)
    {
        var tree = Parse(step);
        return !SyntaxFactory.IsCompleteSubmission(tree) && !tree.GetDiagnostics().Any(diagnostic => diagnostic.Id == StringEndsInItsLine);
    }

    private static bool HasErrors(SyntaxTree tree) => tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static string IndentAfter(string code)
    {
        var line = code.TrimEnd().Split('\n')[^1];
        var indent = line[..^line.TrimStart().Length];
        return line.EndsWith('{') || line.EndsWith('(') || line.EndsWith('[') ? indent + OneLevel : indent;
    }
}
