using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Messages;

namespace AttentionNotebooks.Runner.Jupyter.Requests;

/// <summary>Gives requests to their handlers and sends the replies, with <c>busy</c> before and <c>idle</c> after each.</summary>
internal sealed class RequestDispatcher(
    IEnumerable<IRequestHandler> handlers, KernelSockets sockets, MessageWriter writer, Publisher publisher, KernelLog log)
{
    private readonly Dictionary<string, IRequestHandler> handlers = handlers.ToDictionary(handler => handler.Type);

    /// <summary>Handles one request; whatever happens is told, and nothing is thrown.</summary>
    public async Task DispatchAsync(Request request)
    {
        if (!handlers.TryGetValue(request.Message.Type, out var handler))
        {
            log.Write($"dropped a message on the {request.Channel} channel: its type is not known");
            return;
        }

        publisher.PublishStatus("busy", request.Header);
        var reply = await AnswerAsync(handler, request).ConfigureAwait(false);
        if (reply.Content is { } content)
        {
            var type = handler.Type.Replace("_request", "_reply", StringComparison.Ordinal);
            sockets.Send(new Outgoing(request.Channel, writer.Write(request.Message.Identities, type, request.Header, content)));
        }

        publisher.PublishStatus("idle", request.Header);
        reply.Afterwards?.Invoke();
    }

    private async Task<Reply> AnswerAsync(IRequestHandler handler, Request request)
    {
        try
        {
            return await handler.HandleAsync(request).ConfigureAwait(false);
        }
        catch (FormatException exception)
        {
            log.Write($"a {handler.Type} is not as the protocol says");
            return Reply.Error("InvalidRequest", exception.Message);
        }
        catch (Exception exception)
        {
            // A handler's own fault must not end the kernel, which holds the state of the notebook.
            log.Write($"a {handler.Type} failed: {exception.GetType()} at {exception.TargetSite?.DeclaringType}.{exception.TargetSite?.Name}");
            return Reply.Error(exception.GetType().Name, exception.Message);
        }
    }
}
