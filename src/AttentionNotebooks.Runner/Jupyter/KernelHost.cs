using System.Runtime.InteropServices;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Comms;
using AttentionNotebooks.Runner.Jupyter.Connections;
using AttentionNotebooks.Runner.Jupyter.Execution;
using AttentionNotebooks.Runner.Jupyter.History;
using AttentionNotebooks.Runner.Jupyter.Input;
using AttentionNotebooks.Runner.Jupyter.Languages;
using AttentionNotebooks.Runner.Jupyter.Life;
using AttentionNotebooks.Runner.Jupyter.Messages;
using AttentionNotebooks.Runner.Jupyter.Requests;
using AttentionNotebooks.Runner.Sessions;
using NetMQ;

namespace AttentionNotebooks.Runner.Jupyter;

/// <summary>
/// A Jupyter kernel: one session, told by front ends what to run. The session lives in the kernel's own process, where the language
/// services see its state and a cell costs no detour; liveness does not suffer, as no thread that speaks to front ends runs cells' code.
/// A cell that ends the process ends the kernel, and front ends offer to start it anew.
/// </summary>
/// <remarks>
/// The sockets of .NET are served by the thread pool: after a cell that blocks hundreds of its threads for good, answers, heartbeat and
/// interruption are late by as long as the pool takes to grow. What an interruption cannot stop is told at
/// <see cref="InterruptibleRun"/>; then a restart helps, for which front ends kill the process.
/// </remarks>
internal sealed class KernelHost : IDisposable
{
    private static readonly TimeSpan CleanupLimit = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource ended = new();
    private readonly Interruption interruption = new();
    private readonly KernelLog log;
    private readonly KernelSockets sockets;
    private readonly MessageWriter writer;
    private readonly Publisher publisher;
    private readonly StdinQuestions questions;

    private KernelHost(ConnectionFile connection, KernelLog log)
    {
        this.log = log;
        var signer = new MessageSigner(connection.Key);
        writer = new MessageWriter(signer);
        sockets = new KernelSockets(connection, new MessageReader(signer), log);
        publisher = new Publisher(sockets, writer);
        questions = new StdinQuestions(sockets, writer);
    }

    /// <summary>Serves front ends until one of them, a signal or the death of its parent ends the kernel.</summary>
    /// <exception cref="ConnectionFileException">The connection file cannot be used.</exception>
    /// <exception cref="NetMQException">The kernel cannot listen where it should.</exception>
    public static void Run(string connectionFile, string? packageSource)
    {
        // Before the standard streams become the cells'.
        var log = new KernelLog(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true });
        using (var kernel = new KernelHost(ConnectionFile.Read(connectionFile), log))
        {
            kernel.Start(new NativeStreams(), packageSource);
            kernel.WaitForEnd();
        }

        // Not a return: a cell may still run, and may have left foreground threads behind.
        Environment.Exit(0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        questions.Dispose();
        sockets.Dispose();

        // What is sent last still has to leave; a front end that is gone must not keep the kernel.
        var cleanup = new Thread(() => NetMQConfig.Cleanup()) { IsBackground = true };
        cleanup.Start();
        cleanup.Join(CleanupLimit);
    }

    private void Start(NativeStreams native, string? packageSource)
    {
        var opening = Task.Run(() => SessionStart.OpenAsync(packageSource));
        var shell = new RequestQueue(ChannelName.Shell);
        var control = new RequestQueue(ChannelName.Control);
        var runner = new CellRunner(opening, interruption, questions, native);
        sockets.Start(new Dictionary<ChannelName, Action<Message>>
        {
            [ChannelName.Shell] = shell.Add,
            [ChannelName.Control] = control.Add,
            [ChannelName.Input] = questions.Receive,
        });
        publisher.PublishStatus("starting", Publisher.NoParent);
        shell.Start(Dispatcher([.. EitherHandlers(), .. ShellHandlers(opening, runner, shell)]));
        control.Start(Dispatcher([.. EitherHandlers(), new InterruptHandler(interruption), new DebugHandler()]));
        ParentWatch.Start(End);
    }

    private RequestDispatcher Dispatcher(IReadOnlyList<IRequestHandler> handlers) => new(handlers, sockets, writer, publisher, log);

    private IRequestHandler[] EitherHandlers() => [new KernelInfoHandler(), new ShutdownHandler(publisher, End)];

    private IRequestHandler[] ShellHandlers(Task<Session> opening, CellRunner runner, RequestQueue shell)
    {
        var comms = new CommTable();
        var history = new CellHistory();
        return
        [
            new ExecuteHandler(runner, publisher, history, shell, new LanguageWarmUp(opening)),
            new HistoryHandler(history),
            new CompleteHandler(opening),
            new InspectHandler(opening),
            new IsCompleteHandler(opening),
            new CommInfoHandler(comms),
            new CommOpenHandler(comms, publisher),
            new CommMessageHandler(comms, publisher),
            new CommCloseHandler(comms),
        ];
    }

    private void WaitForEnd()
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Obey(context, interruption.Interrupt));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Obey(context, End));
        ended.Task.Wait();
        interruption.Interrupt();
    }

    private void End() => ended.TrySetResult();

    private static void Obey(PosixSignalContext context, Action action)
    {
        context.Cancel = true;
        action();
    }
}
