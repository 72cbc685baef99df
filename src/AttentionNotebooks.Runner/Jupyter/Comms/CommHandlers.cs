using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Requests;

namespace AttentionNotebooks.Runner.Jupyter.Comms;

/// <summary><c>comm_open</c>: a comm to a target that nobody serves is closed at once, as the protocol demands.</summary>
internal sealed class CommOpenHandler(CommTable comms, Publisher publisher) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "comm_open";

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Request request)
    {
        var id = request.Content.RequireText("comm_id", Type);
        if (!comms.TryOpen(id, request.Content.RequireText("target_name", Type)))
            publisher.Publish("comm_close", request.Header, new JsonObject { ["comm_id"] = id, ["data"] = new JsonObject() });
        return Task.FromResult(Reply.None);
    }
}

/// <summary><c>comm_msg</c>: the echo.</summary>
internal sealed class CommMessageHandler(CommTable comms, Publisher publisher) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "comm_msg";

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Request request)
    {
        var id = request.Content.RequireText("comm_id", Type);
        var data = request.Content["data"]?.DeepClone() ?? new JsonObject();
        if (comms.Open.ContainsKey(id)) publisher.Publish(Type, request.Header, new JsonObject { ["comm_id"] = id, ["data"] = data });
        return Task.FromResult(Reply.None);
    }
}

/// <summary><c>comm_close</c>: the page has closed a comm.</summary>
internal sealed class CommCloseHandler(CommTable comms) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "comm_close";

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Request request)
    {
        comms.Close(request.Content.RequireText("comm_id", Type));
        return Task.FromResult(Reply.None);
    }
}

/// <summary><c>comm_info_request</c>: which comms are open, of one target or of all.</summary>
internal sealed class CommInfoHandler(CommTable comms) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "comm_info_request";

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Request request)
    {
        var target = request.Content.TextAt("target_name");
        var open = comms.Open
            .Where(comm => target is null || comm.Value == target)
            .Select(comm => KeyValuePair.Create(comm.Key, (JsonNode?)new JsonObject { ["target_name"] = comm.Value }));
        return Task.FromResult(Reply.Ok(new JsonObject { ["comms"] = new JsonObject(open) }));
    }
}
