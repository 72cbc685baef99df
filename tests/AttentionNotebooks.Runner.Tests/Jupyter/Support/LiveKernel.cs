namespace AttentionNotebooks.Runner.Tests.Jupyter.Support;

/// <summary>A kernel with a front end, for the tests of one class.</summary>
public sealed class LiveKernel : IDisposable
{
    /// <summary>Starts the kernel and connects.</summary>
    public LiveKernel() => Client = new JupyterClient(Kernel.Connection);

    internal KernelProcess Kernel { get; } = new();

    internal JupyterClient Client { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        Kernel.Dispose();
    }
}
