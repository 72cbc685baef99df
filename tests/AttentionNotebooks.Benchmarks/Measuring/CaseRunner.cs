using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Results;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>Runs a case: agreement first, then time.</summary>
internal sealed class CaseRunner(Effort effort)
{
    private readonly HashSet<Row> compiled = [];

    public CaseResult Run(BenchmarkCase benchmark)
    {
        if (compiled.Add(benchmark.Row)) Compile(benchmark.Small());
        using var field = new StartingField(benchmark.Entrants);
        var result = new CaseResult(benchmark) { Absent = field.Absent, Error = field.Error, Spread = field.Spread };
        if (result.Error is not null) return result;

        GC.Collect();
        Stint[] stints = [.. field.Contestants.Select(contestant => new Stint(contestant))];
        var rounds = new InterleavedRounds(effort, benchmark.Threads).Measure(stints);
        return new Evaluation(field.Entrants, rounds).Complete(result, [.. stints.Select(stint => stint.AllocatedBytes)]);
    }

    private static void Compile(BenchmarkCase benchmark)
    {
        using var field = new StartingField(benchmark.Entrants);
        Compilation.Await([.. field.Contestants.Select(contestant => (Action)contestant.Run)]);
    }
}
