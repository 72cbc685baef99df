using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Workers;

namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary>
/// The process's own standard streams, on which native code and child processes write: what comes on them belongs to the newest cell.
/// On Windows they stay where they are.
/// </summary>
internal sealed class NativeStreams
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(1);

    private readonly byte[] mark;
    private readonly RawStream[] streams;
    private volatile ICellObserver? audience;

    /// <summary>Takes the streams over, for the rest of the process.</summary>
    public NativeStreams()
    {
        var text = $"\u001e{Guid.NewGuid():n}\u001e";
        mark = Encoding.UTF8.GetBytes(text);
        streams = OperatingSystem.IsWindows() ? [] :
        [
            new RawStream(StreamName.Stdout, Redirect(descriptor: 1), text, Emit),
            new RawStream(StreamName.Stderr, Redirect(descriptor: 2), text, Emit),
        ];
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        Console.SetError(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
    }

    /// <summary>A cell begins: what comes is for its audience.</summary>
    public void Follow(ICellObserver? cell) => audience = cell;

    /// <summary>Waits until the text that has been written so far has gone to its audience.</summary>
    public async Task DrainAsync()
    {
        if (streams.Length == 0) return;
        WriteMark(Console.OpenStandardOutput());
        WriteMark(Console.OpenStandardError());
        foreach (var stream in streams) await stream.MarkAsync(DrainLimit).ConfigureAwait(false);
    }

    private static AnonymousPipeServerStream Redirect(int descriptor)
    {
        var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
        if (Duplicate((int)pipe.ClientSafePipeHandle.DangerousGetHandle(), descriptor) < 0)
            throw new IOException($"The standard stream {descriptor} cannot be redirected: error {Marshal.GetLastPInvokeError()}.");
        pipe.DisposeLocalCopyOfClientHandle();
        return pipe;
    }

    private void Emit(Output output) => audience?.Emit(output);

    private void WriteMark(Stream stream)
    {
        stream.Write(mark);
        stream.Flush();
    }

    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(int source, int target);
}
