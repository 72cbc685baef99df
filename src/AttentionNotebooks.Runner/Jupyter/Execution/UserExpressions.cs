using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Requests;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary>Evaluates the expressions that a front end sends along with a cell; nothing that they print is shown.</summary>
internal sealed class UserExpressions(CellRunner runner)
{
    private int evaluated;

    /// <summary>Evaluates each expression by itself: one that fails says so in its own place.</summary>
    public async Task<JsonObject> EvaluateAsync(IReadOnlyDictionary<string, string> expressions)
    {
        JsonObject values = [];
        foreach (var (name, expression) in expressions) values[name] = await EvaluateAsync(expression).ConfigureAwait(false);
        return values;
    }

    private async Task<JsonObject> EvaluateAsync(string expression)
    {
        var results = await runner.RunAsync(new CellSource($"Expression {++evaluated}", expression), audience: null, asker: null).ConfigureAwait(false);
        if (results.Error is { } error) return Reply.Error(error.Name, error.Message, error.Traceback).Content!;
        return new JsonObject
        {
            ["status"] = "ok",
            ["data"] = results.Result is { } result ? MimeBundle.WriteWhole(result.Data) : new JsonObject(),
            ["metadata"] = new JsonObject(),
        };
    }
}
