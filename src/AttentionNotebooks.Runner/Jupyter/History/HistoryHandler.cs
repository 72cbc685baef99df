using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Requests;

namespace AttentionNotebooks.Runner.Jupyter.History;

/// <summary><c>history_request</c>: the cells of before.</summary>
internal sealed class HistoryHandler(CellHistory history) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "history_request";

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Request request)
    {
        var withResults = request.Content.Flag("output", otherwise: false);
        var found = Find(request.Content).Select(entry => Describe(entry, withResults));
        return Task.FromResult(Reply.Ok(new JsonObject { ["history"] = new JsonArray([.. found]) }));
    }

    private IReadOnlyList<HistoryEntry> Find(JsonObject content) => content.RequireText("hist_access_type", "history_request") switch
    {
        "tail" => history.Tail(content.Number("n") ?? 0),
        "range" => history.Range(content.Number("session") ?? 0, content.Number("start") ?? 0, content.Number("stop")),
        "search" => history.Search(content.TextAt("pattern") ?? "*", content.Flag("unique", otherwise: false), content.Number("n")),
        var type => throw new FormatException($"'hist_access_type' must be tail, range or search; it is '{type}'."),
    };

    private static JsonArray Describe(HistoryEntry entry, bool withResult)
    {
        JsonNode text = withResult ? new JsonArray(entry.Code, entry.Result) : entry.Code;
        return [CellHistory.Session, entry.Number, text];
    }
}
