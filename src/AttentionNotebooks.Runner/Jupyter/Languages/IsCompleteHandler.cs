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
    public Task<Reply> HandleAsync(Request request)
    {
        JsonObject content = new() { ["status"] = language.IsComplete(request.Content.RequireText("code", Type)) };
        if ((string?)content["status"] == "incomplete") content["indent"] = "    ";
        return Task.FromResult(new Reply(content));
    }
}
