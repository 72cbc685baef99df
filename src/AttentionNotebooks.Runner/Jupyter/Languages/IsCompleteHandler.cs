using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Requests;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary><c>is_complete_request</c>: whether Enter should run the code or begin a new line.</summary>
internal sealed class IsCompleteHandler(Task<Session> opening) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "is_complete_request";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Request request)
    {
        var session = await opening.ConfigureAwait(false);
        var found = session.IsComplete(request.Content.RequireText("code", Type));
        return new Reply(new JsonObject { ["status"] = found.Status.ToString().ToLowerInvariant(), ["indent"] = found.Indent });
    }
}
