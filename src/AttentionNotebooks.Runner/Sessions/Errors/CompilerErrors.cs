using AttentionNotebooks.Runner.Outputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace AttentionNotebooks.Runner.Sessions.Errors;

/// <summary>Tells all errors of a cell that does not compile, each with its line, column, code and source line.</summary>
internal static class CompilerErrors
{
    /// <summary>The name of the error output.</summary>
    public const string Name = "CompilationError";

    /// <summary>Makes the error output.</summary>
    public static ErrorOutput Describe(CompilationErrorException exception, CellSource source)
    {
        var lines = source.Text.ReplaceLineEndings("\n").Split('\n');
        var traceback = exception.Diagnostics.SelectMany(diagnostic => Describe(diagnostic, lines)).ToList();
        var message = string.Join("\n", exception.Diagnostics.Select(Describe));
        return new ErrorOutput(Name, message, traceback, exception.Diagnostics.Select(LineOf).FirstOrDefault());
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        var text = $"error {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
        return span.IsValid ? $"{span.Path} ({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {text}" : text;
    }

    private static IEnumerable<string> Describe(Diagnostic diagnostic, string[] lines)
    {
        yield return Describe(diagnostic);
        if (LineOf(diagnostic) is not { } line || line > lines.Length) yield break;
        var column = diagnostic.Location.GetMappedLineSpan().StartLinePosition.Character;
        yield return "    " + lines[line - 1].Replace('\t', ' ');
        yield return "    " + new string(' ', column) + "^";
    }

    private static int? LineOf(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        return span.IsValid ? span.StartLinePosition.Line + 1 : null;
    }
}
