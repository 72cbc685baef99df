using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Requests;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary><c>inspect_request</c>: what is known of the symbol at the cursor.</summary>
internal sealed class InspectHandler(Task<Session> opening) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "inspect_request";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Request request)
    {
        var code = request.Content.RequireText("code", Type);
        var cursor = CodePoints.ToUtf16(code, request.Content.Number("cursor_pos") ?? code.Length);
        var session = await opening.ConfigureAwait(false);
        var found = await session.InspectAsync(code, cursor, CancellationToken.None).ConfigureAwait(false);
        return Reply.Ok(new JsonObject
        {
            ["found"] = found is not null,
            ["data"] = found is null ? new JsonObject() : new JsonObject { ["text/plain"] = found.Text, ["text/markdown"] = found.Markdown },
            ["metadata"] = new JsonObject(),
        });
    }
}
