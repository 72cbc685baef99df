namespace AttentionNotebooks.Runner.Sessions;

/// <summary>
/// Code of ours that a cell calls on its own thread. Stopping a cell may throw at any instruction except inside a finally block,
/// so whatever must not be left half-done runs in one.
/// </summary>
internal static class Uninterruptible
{
    /// <summary>Runs <paramref name="action"/> to its end even if the cell is stopped meanwhile.</summary>
    public static void Run(Action action)
    {
        try
        {
            // Nothing: the finally block is the point.
        }
        finally
        {
            action();
        }
    }
}
