using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Requests;

namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary><c>inspect_request</c>: what is known of the symbol at the cursor.</summary>
internal sealed class InspectHandler(ILanguageServices language) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "inspect_request";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Request request)
    {
        var code = request.Content.RequireText("code", Type);
        var cursor = CodePoints.ToUtf16(code, request.Content.Number("cursor_pos") ?? code.Length);
        var data = await language.InspectAsync(code, cursor, CancellationToken.None).ConfigureAwait(false);
        return Reply.Ok(new JsonObject
        {
            ["found"] = data is not null,
            ["data"] = data is null ? new JsonObject() : MimeBundle.WriteWhole(data),
            ["metadata"] = new JsonObject(),
        });
    }
}
