using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Sessions.Streams;

/// <summary>While it lives, the console's writers write into the running cell, and its reader asks in the cell's name.</summary>
internal sealed class ConsoleCapture : IDisposable
{
    private readonly TextWriter originalOut = Console.Out;
    private readonly TextWriter originalError = Console.Error;
    private readonly TextReader originalIn = Console.In;

    public ConsoleCapture()
    {
        Console.SetOut(new CellTextWriter(StreamName.Stdout, originalOut));
        Console.SetError(new CellTextWriter(StreamName.Stderr, originalError));
        Console.SetIn(new CellTextReader());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Console.SetOut(originalOut);
        Console.SetError(originalError);
        Console.SetIn(originalIn);
    }
}
