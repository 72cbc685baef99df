using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Requests;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Sessions.Languages;

namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary><c>complete_request</c>: what may stand at the cursor.</summary>
internal sealed class CompleteHandler(Task<Session> opening) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "complete_request";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Request request)
    {
        var code = request.Content.RequireText("code", Type);
        var cursor = CodePoints.ToUtf16(code, request.Content.Number("cursor_pos") ?? code.Length);
        var session = await opening.ConfigureAwait(false);
        var found = await session.CompleteAsync(code, cursor, CancellationToken.None).ConfigureAwait(false);
        var start = CodePoints.FromUtf16(code, found.Start);
        var end = CodePoints.FromUtf16(code, found.End);
        return Reply.Ok(new JsonObject
        {
            ["matches"] = new JsonArray([.. found.Matches.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // Not in the protocol, but what front ends show the kinds by.
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Matches.Select(item => Describe(item, start, end))]),
            },
        });
    }

    private static JsonObject Describe(CompletionMatch item, int start, int end) => new()
    {
        ["start"] = start,
        ["end"] = end,
        ["text"] = item.Text,
        ["type"] = item.Kind,
    };
}
