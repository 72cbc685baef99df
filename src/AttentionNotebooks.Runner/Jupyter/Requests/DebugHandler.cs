namespace AttentionNotebooks.Runner.Jupyter.Requests;

/// <summary><c>debug_request</c>: there is no debugger, and front ends that ask want to hear so.</summary>
internal sealed class DebugHandler : IRequestHandler
{
    /// <inheritdoc/>
    public string Type => "debug_request";

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Request request) =>
        Task.FromResult(Reply.Error("NotSupported", "This kernel has no debugger; attach one to its process."));
}
