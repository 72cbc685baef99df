using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Requests;

namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary>What an <c>execute_request</c> asks for.</summary>
/// <param name="Code">The cell's source.</param>
/// <param name="Silent">Nothing is published, counted or remembered.</param>
/// <param name="StoresHistory">It is counted and remembered.</param>
/// <param name="UserExpressions">Name → expression, evaluated after the cell.</param>
/// <param name="AllowsInput">The front end can ask the person.</param>
/// <param name="StopsOnError">A failure aborts the cells that wait already.</param>
internal sealed record ExecuteContent(
    string Code, bool Silent, bool StoresHistory, IReadOnlyDictionary<string, string> UserExpressions, bool AllowsInput, bool StopsOnError)
{
    /// <summary>Reads the content; what is left out has the protocol's default.</summary>
    /// <exception cref="FormatException">A field is of the wrong kind.</exception>
    public static ExecuteContent Read(JsonObject content)
    {
        var silent = content.Flag("silent", otherwise: false);
        return new ExecuteContent(
            content.RequireText("code", "execute_request"),
            silent,
            !silent && content.Flag("store_history", otherwise: true),
            ReadExpressions(content["user_expressions"]),
            content.Flag("allow_stdin", otherwise: true),
            content.Flag("stop_on_error", otherwise: true));
    }

    private static Dictionary<string, string> ReadExpressions(JsonNode? node)
    {
        if (node is null) return [];
        var expressions = node as JsonObject ?? throw new FormatException("'user_expressions' of execute_request must be an object.");
        return expressions.ToDictionary(entry => entry.Key, entry => expressions.RequireText(entry.Key, "user_expressions"));
    }
}
