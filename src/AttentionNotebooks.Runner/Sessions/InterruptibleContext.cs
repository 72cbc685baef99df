using System.Runtime;

namespace AttentionNotebooks.Runner.Sessions;

/// <summary>
/// Gives the continuations of a cell's awaits to the thread pool, as a context-free host would (so that <c>task.Wait()</c> in a cell
/// does not deadlock), but each of them so that it can be stopped.
/// </summary>
internal sealed class InterruptibleContext(CancellationToken interruption) : SynchronizationContext
{
    private readonly object gate = new();
    private int running;
    private bool stopped;

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.QueueUserWorkItem(_ => Continue(() => d(state)));

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Starts no further continuation and returns when none runs any more.</summary>
    public void StopAndWait()
    {
        lock (gate)
        {
            stopped = true;
            while (running > 0) Monitor.Wait(gate);
        }
    }

    /// <summary>Runs <paramref name="action"/> on this thread until it ends or the cell is interrupted.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public void Run(Action action)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop a loop that never looks at a token. Its dangers are the cell's own: see InterruptibleRun.
            ControlledExecution.Run(() => Wakeable(action), interruption);
#pragma warning restore SYSLIB0046
        }
        finally
        {
            SetSynchronizationContext(previous);
            if (interruption.IsCancellationRequested) ClearPendingInterrupt();
        }
    }

    // An abort does not reach a thread that sleeps or waits: it must be woken first. Registered within the controlled execution, this
    // runs before the abort, as cancellations call the latest registration first.
    private void Wakeable(Action action)
    {
        var thread = Thread.CurrentThread;
        using (interruption.UnsafeRegister(_ => thread.Interrupt(), null)) action();
    }

    // The thread may never have waited; the next one to use it must not be woken in our place.
    private static void ClearPendingInterrupt()
    {
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
            // It was pending, and is no more.
        }
    }

    private void Continue(Action continuation)
    {
        if (!TryEnter()) return;
        try
        {
            Run(continuation);
        }
        catch (Exception) when (interruption.IsCancellationRequested)
        {
            // The cell was stopped here; InterruptibleRun tells its caller.
        }
        finally
        {
            Leave();
        }
    }

    private bool TryEnter()
    {
        lock (gate)
        {
            if (!stopped) running++;
            return !stopped;
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            running--;
            Monitor.PulseAll(gate);
        }
    }
}
