using AttentionNotebooks.Benchmarks.Contestants;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>What a call takes from the managed heap, on all threads. Native memory is not seen.</summary>
internal static class Allocation
{
    private const int Calls = 3;

    public static long BytesPerCall(Contestant contestant) => Bytes(() =>
    {
        for (var call = 0; call < Calls; call++) contestant.Run();
    }) / Calls;

    /// <summary>What an action allocates.</summary>
    public static long Bytes(Action action)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
