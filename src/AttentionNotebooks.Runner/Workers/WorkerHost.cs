using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Workers;

/// <summary>The worker's side: one session, told by its parent what to run. It ends when the parent closes the pipe, or dies.</summary>
internal sealed class WorkerHost : ICellObserver
{
    private readonly Lock gate = new();
    private readonly StreamWriter events;
    private readonly Session session;
    private readonly byte[] mark;
    private CancellationTokenSource? running;

    private WorkerHost(Session session, StreamWriter events, string mark)
    {
        this.session = session;
        this.events = events;
        this.mark = Encoding.UTF8.GetBytes(mark);
    }

    /// <summary>Serves the parent until it has no more to say.</summary>
    public static void Run(WorkerArguments arguments)
    {
        // Ctrl-C goes to every process of the terminal; the parent decides what becomes of us.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var commands = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, arguments.CommandPipe));
        using var events = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, arguments.EventPipe)) { AutoFlush = true };
        using var session = new Session(arguments.Folder, new PackageRestorer(CacheFolder.Path));
        var host = new WorkerHost(session, events, arguments.Mark);
        while (commands.ReadLine() is { } line) host.Obey(MessageJson.Read<WorkerCommand>(line));

        // Not a return: a cell may still run, and may have left foreground threads behind.
        Environment.Exit(0);
    }

    /// <inheritdoc/>
    public void Emit(Output output) => Send(new OutputEmitted(output));

    /// <inheritdoc/>
    public void RestoreStarted(IReadOnlyList<string> packages) => Send(new RestoreStarted(packages));

    /// <inheritdoc/>
    public void RestoreEnded() => Send(new RestoreEnded());

    private void Obey(WorkerCommand command)
    {
        switch (command)
        {
            case RunCell run:
                var source = new CancellationTokenSource();
                running = source;
                _ = Task.Run(() => RunAsync(run.Cell, source));
                break;
            case InterruptCell:
                // Not here and now: it waits for the cell's thread, and the parent may have more to say.
                _ = running?.CancelAsync();
                break;
        }
    }

    private async Task RunAsync(CellSource cell, CancellationTokenSource source)
    {
        var outcome = await session.RunAsync(cell, this, source.Token).ConfigureAwait(false);
        WriteMark(Console.OpenStandardOutput());
        WriteMark(Console.OpenStandardError());
        Send(new CellEnded(outcome));
    }

    // Past the console's writers, as native code writes: all raw text of the cell comes before it.
    private void WriteMark(Stream stream)
    {
        stream.Write(mark);
        stream.Flush();
    }

    private void Send(WorkerEvent message)
    {
        lock (gate) events.WriteLine(MessageJson.Write(message));
    }
}
