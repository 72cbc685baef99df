using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Contestants;
using AttentionNotebooks.Benchmarks.Measuring;
using AttentionNotebooks.Benchmarks.Memory;
using AttentionNotebooks.Benchmarks.Reports;
using AttentionNotebooks.Benchmarks.Results;
using AttentionNotebooks.Runner.Files;

namespace AttentionNotebooks.Benchmarks;

/// <summary>A run, from the command line to the reports.</summary>
internal static class Benchmark
{
    /// <returns>The exit code: 0, or 1 where results disagree or something of ours failed.</returns>
    public static int Run(Settings settings)
    {
        if (settings.Memory) return MemoryProbe.Run();

        var watch = DisturbanceWatch.Start();
        var peers = new Contenders();
        var machine = Machine.Describe(peers.All);
        Console.WriteLine(MarkdownReport.Of(machine));

        var runner = new CaseRunner(settings.Quick ? Effort.Quick : Effort.Full);
        List<CaseResult> results = [];
        BenchmarkCase[] chosen = [.. Chosen(peers, settings)];
        if (chosen.Length == 0)
        {
            Console.Error.WriteLine($"No case has '{settings.Filter}' in its name. A name is, for example, 'causal (12,512,64), 2 threads'.");
            return 1;
        }

        foreach (var benchmark in chosen)
        {
            results.Add(runner.Run(benchmark));
            Console.WriteLine(MarkdownReport.Of(results[^1]));
        }

        var run = new RunResult(machine, settings, watch.Stop(), results);
        Console.WriteLine(MarkdownReport.Of(run.Rows));
        Console.WriteLine(MarkdownReport.Of(run.Disturbance));
        AtomicFile.WriteAllText(Path.Combine(settings.Output, "results.md"), MarkdownReport.Of(run));
        AtomicFile.WriteAllText(Path.Combine(settings.Output, "results.json"), JsonReport.Of(run));
        return results.Any(result => result.Error is not null) ? 1 : 0;
    }

    private static IEnumerable<BenchmarkCase> Chosen(Contenders peers, Settings settings)
    {
        var cases = new AllCases(peers, settings.Quick);
        return Enumerable.Range(1, Math.Min(2, Environment.ProcessorCount)).SelectMany(cases.On)
            .Where(benchmark => benchmark.Name.Contains(settings.Filter, StringComparison.OrdinalIgnoreCase));
    }
}
