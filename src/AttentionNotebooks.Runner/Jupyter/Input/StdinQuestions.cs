using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Messages;

namespace AttentionNotebooks.Runner.Jupyter.Input;

/// <summary>The questions that wait for an answer on the stdin channel: one at a time. Thread-safe.</summary>
internal sealed class StdinQuestions(KernelSockets sockets, MessageWriter writer) : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim oneAtATime = new(1);
    private (string Id, TaskCompletionSource<string> Answer)? pending;

    /// <summary>Asks the front end that sent the request.</summary>
    /// <exception cref="OperationCanceledException">The cell is over, or was interrupted.</exception>
    public async Task<string> AskAsync(Message request, string prompt, bool isPassword, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var id = MessageWriter.NewId();
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gate) pending = (id, answer);
            var content = new JsonObject { ["prompt"] = prompt, ["password"] = isPassword };
            sockets.Send(new Outgoing(ChannelName.Input, writer.Write(request.Identities, "input_request", request.Header, content, id)));
            return await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (gate) pending = null;
            oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Takes what came on the channel; an answer to no question that waits is ignored.</summary>
    /// <exception cref="MalformedMessageException">It is no answer at all.</exception>
    public void Receive(Message message)
    {
        if (message.Type != "input_reply") throw new MalformedMessageException("it is not an input_reply");
        var value = message.Content.TextAt("value") ?? throw new MalformedMessageException("its value is not a string");
        lock (gate)
        {
            // Some front ends do not say which question they answer.
            if (pending is var (id, answer) && (message.ParentId is null || message.ParentId == id)) answer.TrySetResult(value);
        }
    }
}
