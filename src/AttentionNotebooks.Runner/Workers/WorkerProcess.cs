using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Threading.Channels;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Workers;

/// <summary>The parent's side of a worker: a fresh process of this program that runs the cells of one notebook.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>How long a worker may take to let go of a cell before it is killed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly TimeProvider time;
    private readonly AnonymousPipeServerStream commandPipe;
    private readonly StreamWriter commands;
    private readonly Channel<WorkerEvent> events = Channel.CreateUnbounded<WorkerEvent>();
    private readonly RawStream[] rawStreams;
    private volatile ICellObserver? observer;

    private WorkerProcess(
        Process process, AnonymousPipeServerStream commandPipe, AnonymousPipeServerStream eventPipe, string mark, TimeProvider time)
    {
        this.process = process;
        this.time = time;
        this.commandPipe = commandPipe;
        commands = new StreamWriter(commandPipe) { AutoFlush = true };
        rawStreams =
        [
            new RawStream(StreamName.Stdout, process.StandardOutput.BaseStream, mark, Emit),
            new RawStream(StreamName.Stderr, process.StandardError.BaseStream, mark, Emit),
        ];
        _ = Task.Run(() => ReadEventsAsync(eventPipe));
    }

    /// <summary>Starts a worker for a notebook in that folder.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="time">Measures the cells' time; the system's if null.</param>
    public static WorkerProcess Start(string folder, TimeProvider? time = null)
    {
        var commandPipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var eventPipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var mark = $"\u001e{Guid.NewGuid():n}\u001e";
        var arguments = new WorkerArguments(commandPipe.GetClientHandleAsString(), eventPipe.GetClientHandleAsString(), folder, mark);
        string[] commandLine = ["exec", typeof(WorkerProcess).Assembly.Location, .. arguments.ToCommandLine()];
        var process = Process.Start(new ProcessStartInfo(DotNetCli.Executable, commandLine)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        commandPipe.DisposeLocalCopyOfClientHandle();
        eventPipe.DisposeLocalCopyOfClientHandle();
        process.StandardInput.Close(); // A cell that reads from the console finds it empty, and does not hang.
        return new WorkerProcess(process, commandPipe, eventPipe, mark, time ?? TimeProvider.System);
    }

    /// <summary>Runs a cell. Whatever befalls the worker becomes an error output; after a failure of its process nothing more can be run.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the worker is gone.</exception>
    public async Task<CellOutcome> RunAsync(CellSource cell, TimeSpan limit, ICellObserver cellObserver, CancellationToken cancellationToken)
    {
        observer = cellObserver;
        using var clock = new CellClock(limit, time);
        try
        {
            if (!TrySend(new RunCell(cell))) return await ReportDeathAsync().ConfigureAwait(false);
            return await FollowAsync(clock, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await KillAsync().ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException)
        {
            return await StopAsync(limit).ConfigureAwait(false);
        }
        finally
        {
            observer = null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync().ConfigureAwait(false);
        await commandPipe.DisposeAsync().ConfigureAwait(false); // Not its writer, which would flush into a pipe without a reader.
        process.Dispose();
    }

    private async Task<CellOutcome> FollowAsync(CellClock clock, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Expired, cancellationToken);
        await foreach (var message in events.Reader.ReadAllAsync(either.Token).ConfigureAwait(false))
        {
            if (message is RestoreStarted) clock.RestoreStarted();
            if (message is RestoreEnded) clock.RestoreEnded();
            if (message is CellEnded ended)
            {
                await DrainRawStreamsAsync().ConfigureAwait(false);
                return ended.Outcome;
            }

            Pass(message);
        }

        return await ReportDeathAsync().ConfigureAwait(false);
    }

    private void Pass(WorkerEvent message)
    {
        switch (message)
        {
            case OutputEmitted emitted: Emit(emitted.Output); break;
            case RestoreStarted started: observer?.RestoreStarted(started.Packages); break;
            case RestoreEnded: observer?.RestoreEnded(); break;
        }
    }

    /// <summary>The cell's time is over: first it is asked to stop, so that its last outputs arrive, then the process is killed.</summary>
    private async Task<CellOutcome> StopAsync(TimeSpan limit)
    {
        using var grace = new CellClock(Grace, time);
        TrySend(new InterruptCell());
        try
        {
            await FollowAsync(grace, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await KillAsync().ConfigureAwait(false);
        }

        var message = string.Create(CultureInfo.InvariantCulture, $"The cell ran longer than {limit.TotalSeconds:0.###} s and was stopped.");
        Emit(new ErrorOutput("Timeout", message, [message]));
        return CellOutcome.Failed;
    }

    private async Task<CellOutcome> ReportDeathAsync()
    {
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.WhenAny(Task.WhenAll(rawStreams.Select(stream => stream.Ended)), Task.Delay(DrainLimit)).ConfigureAwait(false);
        var message = $"The notebook's process ended with exit code {process.ExitCode} while the cell ran.";
        Emit(new ErrorOutput("ProcessExited", message, [message]));
        return CellOutcome.Failed;
    }

    private Task DrainRawStreamsAsync() => Task.WhenAll(rawStreams.Select(stream => stream.MarkAsync(DrainLimit)));

    // From the events and from the raw streams at once, and an observer hears one thing at a time.
    private void Emit(Output output)
    {
        lock (events) observer?.Emit(output);
    }

    private async Task ReadEventsAsync(Stream pipe)
    {
        using var reader = new StreamReader(pipe);
        var reading = Task.Run(() =>
        {
            while (reader.ReadLine() is { } line) events.Writer.TryWrite(MessageJson.Read<WorkerEvent>(line));
        });

        // A process that the cell started may hold the pipe open after the worker's death, so its end alone is not enough to go by.
        await Task.WhenAny(reading, process.WaitForExitAsync()).ConfigureAwait(false);
        await Task.WhenAny(reading, Task.Delay(DrainLimit)).ConfigureAwait(false);
        events.Writer.TryComplete();
    }

    private bool TrySend(WorkerCommand command)
    {
        try
        {
            commands.WriteLine(MessageJson.Write(command));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task KillAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
