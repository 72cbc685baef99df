using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Contestants.Own;
using AttentionNotebooks.Benchmarks.Measuring;
using AttentionNotebooks.Benchmarks.Reports;

namespace AttentionNotebooks.Benchmarks.Memory;

/// <summary>How much memory a long text needs besides inputs and output; the weights alone would be 12.9 GB.</summary>
internal static class MemoryProbe
{
    private const long MostBytes = 64_000_000;
    private static readonly CoreWorkload Long = new(12, 16_384, 64);

    /// <returns>The exit code: 0 where the goals are met.</returns>
    public static int Run()
    {
        using var warm = new OwnCore<float>((CoreWorkload)Long.Small(), Environment.ProcessorCount);
        warm.Run();
        using var contestant = new OwnCore<float>(Long, Environment.ProcessorCount);
        GC.Collect();

        var before = ResidentMemory.StartPeak();
        var first = Allocation.Bytes(contestant.Run);
        var grown = ResidentMemory.Peak() - before;
        var second = Allocation.Bytes(contestant.Run);

        Console.WriteLine($"Output only, (12,16384,64), {Environment.ProcessorCount} threads, into matrices that are there:");
        Console.WriteLine($"  first call:  {Words.Bytes(first)} from the managed heap; at its peak the process held {Words.Bytes(grown)} more; at most {Words.Bytes(MostBytes)}: {Words.Verdict(Math.Max(first, grown) <= MostBytes)}");
        Console.WriteLine($"  second call: {Words.Bytes(second)} from the managed heap");
        return Math.Max(first, grown) <= MostBytes ? 0 : 1;
    }
}
