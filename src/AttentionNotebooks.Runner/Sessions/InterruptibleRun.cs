namespace AttentionNotebooks.Runner.Sessions;

/// <summary>
/// Runs a cell on a thread of its own so that it can be stopped: a loop is aborted where it stands, an await is abandoned.
/// </summary>
/// <remarks>
/// What cannot be stopped: native code and blocking system calls (they are stopped when they return), finally blocks, a loop that
/// swallows every exception inside itself, and work that the cell handed to other threads (<c>Task.Run</c>, <c>new Thread</c>), which
/// goes on after the cell has ended. Aborted code may leave its own objects half-written. Who needs more kills the process.
/// </remarks>
internal static class InterruptibleRun
{
    /// <summary>Runs <paramref name="work"/>; the task ends when it has ended, or has stopped after an interruption.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static Task<T> Start<T>(Func<Task<T>> work, CancellationToken interruption)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Execute(work, completion, interruption)) { IsBackground = true, Name = "Cell" };
        thread.Start();
        return completion.Task;
    }

    private static void Execute<T>(Func<Task<T>> work, TaskCompletionSource<T> completion, CancellationToken interruption)
    {
        var context = new InterruptibleContext(interruption);
        try
        {
            Task<T>? task = null;
            context.Run(() => task = work());
            completion.SetResult(task!.WaitAsync(interruption).GetAwaiter().GetResult());
        }
        catch (Exception) when (interruption.IsCancellationRequested)
        {
            context.StopAndWait();
            completion.SetCanceled(interruption);
        }
        catch (Exception exception)
        {
            completion.SetException(exception);
        }
    }
}
