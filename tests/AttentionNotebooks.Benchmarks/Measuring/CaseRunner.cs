using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Results;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>Runs a case: agreement first, then time.</summary>
internal sealed class CaseRunner(Effort effort)
{
    /// <summary>More calls than a method needs to be compiled with optimisation.</summary>
    private const int CallsToCompile = 60;

    /// <summary>After so long without new code the runtime compiles with optimisation; the rest is for doing it.</summary>
    private static readonly TimeSpan Compilation = TimeSpan.FromMilliseconds(250);

    private readonly HashSet<Row> compiled = [];

    public CaseResult Run(BenchmarkCase benchmark)
    {
        if (compiled.Add(benchmark.Row)) Compile(benchmark.Small());
        using var field = new StartingField(benchmark.Entrants);
        var result = new CaseResult(benchmark) { Absent = field.Absent, Error = field.Error, Spread = field.Spread };
        if (result.Error is not null || field.Contestants.Count == 0) return result;

        GC.Collect();
        var rounds = new InterleavedRounds(effort, benchmark.Threads).Measure(field.Contestants);
        return new Evaluation(field.Entrants, rounds).Complete(result, [.. field.Contestants.Select(Allocation.BytesPerCall)]);
    }

    private static void Compile(BenchmarkCase benchmark)
    {
        using var field = new StartingField(benchmark.Entrants);
        foreach (var contestant in field.Contestants)
        {
            for (var call = 0; call < CallsToCompile; call++) contestant.Run();
        }

        Thread.Sleep(Compilation);
    }
}
