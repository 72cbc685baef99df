using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Requests;

namespace AttentionNotebooks.Runner.Jupyter.Life;

/// <summary><c>shutdown_request</c>: every front end is told, then the kernel ends; whoever wants a restart starts it anew.</summary>
internal sealed class ShutdownHandler(Publisher publisher, Action end) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "shutdown_request";

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Request request)
    {
        var restart = request.Content.Flag("restart", otherwise: false);
        publisher.Publish("shutdown_reply", request.Header, new JsonObject { ["status"] = "ok", ["restart"] = restart });
        return Task.FromResult(Reply.Ok(new JsonObject { ["restart"] = restart }) with { Afterwards = end });
    }
}
