using AttentionNotebooks.Runner.Jupyter.Requests;

namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary><c>interrupt_request</c>: asks the running cell to stop. The reply does not wait for it.</summary>
internal sealed class InterruptHandler(Interruption interruption) : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "interrupt_request";

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Request request)
    {
        interruption.Interrupt();
        return Task.FromResult(Reply.Ok());
    }
}
