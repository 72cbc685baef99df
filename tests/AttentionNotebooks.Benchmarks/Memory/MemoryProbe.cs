using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Contestants;
using AttentionNotebooks.Benchmarks.Reports;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Benchmarks.Memory;

/// <summary>How much memory the output for a long text needs besides inputs and output; its weights alone would be 12.9 GB.</summary>
internal static class MemoryProbe
{
    private const long MostBytes = 64_000_000;

    /// <summary>The objects around the numbers: matrices, lists, tasks.</summary>
    private const long MostBytesAroundResult = 64_000;

    private static readonly CoreWorkload Text = new(12, 16_384, 64);

    /// <returns>The exit code: 0 where the goals are met.</returns>
    public static int Run()
    {
        _ = Attend(CoreMatrices<float>.For((CoreWorkload)Text.Small()));
        var inputs = CoreMatrices<float>.For(Text);
        var outputs = CoreMatrices<float>.Zeros(Text.Size, Text.Queries, Text.Heads);
        foreach (var output in outputs) output.Clear(); // Its memory is there from now on.
        GC.Collect();

        var before = ResidentMemory.StartPeak();
        var allocated = AllocatedBy(() => ScaledDotProductAttention.AttendInto<float>(outputs, inputs.Queries, inputs.Keys, inputs.Values));
        var grown = ResidentMemory.Peak() - before;
        var besidesResult = AllocatedBy(() => _ = Attend(inputs)) - ((long)Text.Heads * Text.Queries * Text.Size * sizeof(float));

        var (fits, reuses) = (Math.Max(allocated, grown) <= MostBytes, besidesResult <= MostBytesAroundResult);
        Console.WriteLine($"Output only, (12,16384,64), {Environment.ProcessorCount} threads.");
        Console.WriteLine($"- Into matrices that are there: {Words.Bytes(allocated)} from the managed heap; at its peak the process held {Words.Bytes(grown)} more. At most {Words.Bytes(MostBytes)}: {Words.Verdict(fits)}.");
        Console.WriteLine($"- A second call that returns matrices: {Words.Bytes(besidesResult)} besides its result. At most {Words.Bytes(MostBytesAroundResult)}: {Words.Verdict(reuses)}.");
        return fits && reuses ? 0 : 1;
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static Matrix<float>[] Attend(CoreMatrices<float> inputs) => ScaledDotProductAttention.Attend<float>(inputs.Queries, inputs.Keys, inputs.Values);
}
