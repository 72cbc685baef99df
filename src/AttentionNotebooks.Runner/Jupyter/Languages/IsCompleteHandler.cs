using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Requests;

namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary><c>is_complete_request</c>: whether Enter should run the code or begin a new line.</summary>
internal sealed class IsCompleteHandler(ILanguageServices language) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "is_complete_request";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Request request)
    {
        var (status, indent) = await language.IsCompleteAsync(request.Content.RequireText("code", Type)).ConfigureAwait(false);
        return new Reply(new JsonObject { ["status"] = status, ["indent"] = indent });
    }
}
