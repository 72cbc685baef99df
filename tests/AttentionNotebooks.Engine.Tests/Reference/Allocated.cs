namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>What a call allocates on its own thread once it has been made before.</summary>
internal static class Allocated
{
    private const int Rounds = 5;

    /// <summary>The least of a few rounds: others may take the arrays of the shared pool in between.</summary>
    public static long InALaterCall(Action call)
    {
        call();
        return Enumerable.Range(0, Rounds).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
