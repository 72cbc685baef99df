using System.Runtime.InteropServices;

namespace AttentionNotebooks.Runner.Commands;

/// <summary>Turns Ctrl-C and SIGTERM into a cancellation, so that workers are stopped and no file is left half-written.</summary>
internal sealed class TerminationSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public TerminationSignals()
    {
        registrations = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Received => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true; // Not at once: the cancellation ends the program in order.
        source.Cancel();
    });
}
