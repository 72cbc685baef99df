using AttentionNotebooks.Runner.Markup;
using AttentionNotebooks.Runner.Sessions.Errors;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary><c>#!whos</c>: the variables with their types and values.</summary>
internal sealed class WhosMagic : IMagic
{
    private const int LongestValue = 100;

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!whos"];

    /// <inheritdoc/>
    public string Summary => "Lists the variables with their types and values.";

    /// <inheritdoc/>
    public Task RunAsync(MagicCall call, CancellationToken cancellationToken)
    {
        call.Cell.Show(DisplayTable.Create(["Variable", "Type", "Value"], call.Cell.Variables.Select(Describe)));
        return Task.CompletedTask;
    }

    private static string[] Describe(ScriptVariable variable) => [variable.Name, TypeNames.Of(variable.Type), Shorten(ValueOf(variable))];

    // The value's formatter is the user's code, as ToString is; what it throws is worth no more than its own row.
    private static string ValueOf(ScriptVariable variable)
    {
        try
        {
            return Formatter.ToDisplayString(variable.Value, "text/plain");
        }
        catch (Exception exception)
        {
            return $"({CellFrames.NameOf(exception.GetType())}: {exception.Message})";
        }
    }

    private static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestValue) return line;
        var end = char.IsHighSurrogate(line[LongestValue - 2]) ? LongestValue - 2 : LongestValue - 1;
        return line[..end] + "…";
    }
}
