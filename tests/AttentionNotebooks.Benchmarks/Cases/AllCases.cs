using AttentionNotebooks.Benchmarks.Contestants;
using AttentionNotebooks.Benchmarks.Contestants.Own;

namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>Every row of the table of goals, on one thread and on two.</summary>
internal sealed class AllCases(Contenders peers, bool quick)
{
    /// <summary>Further, a peer that loops over single keys only costs time.</summary>
    private const int LongForLoops = 512;

    private const int GoodSize = 64;

    private readonly int[] lengths = quick ? [128, 512, 2048] : [128, 256, 512, 1024, 2048, 4096];

    public IEnumerable<BenchmarkCase> On(int threads) =>
    [
        .. Tiny(threads),
        .. lengths.Select(n => Output(n, threads)),
        .. lengths.Select(n => Causal(n, threads)),
        .. WeightsKept(threads),
        .. Layers(threads),
        .. (quick ? [512] : (int[])[512, 2048]).Select(n => Training(n, threads)),
        .. OtherSizes(threads),
        .. (quick ? [16, 128] : (int[])[16, 128, 512]).Select(n => Textbook(n, threads)),
        .. (quick ? [512] : (int[])[128, 512, 2048]).Select(n => Trace(n, threads)),
        .. (quick ? [512] : (int[])[128, 512, 2048]).Select(n => Double(n, threads)),
        .. OtherRules(threads),
    ];

    private BenchmarkCase[] Tiny(int threads) =>
    [
        Core(Row.Tiny, new(1, 4, 2), threads, atLeast: 5),
        Core(Row.Tiny, new(8, 16, 64), threads, atLeast: 1.6),
    ];

    private BenchmarkCase Output(int n, int threads) =>
        Core(Row.Output, Usual(n), threads, Row.Tie) with { LimitShare = threads == 1 && n >= 1024 ? 0.8 : null };

    private BenchmarkCase Causal(int n, int threads) =>
        Core(Row.Causal, Usual(n) with { Causal = true }, threads, atLeast: n <= 1024 ? 1.6 : 1.3);

    private IEnumerable<BenchmarkCase> WeightsKept(int threads) =>
        new[] { new CoreWorkload(1, 4, 2), new(8, 16, 64) }
            .Concat(lengths.Where(n => n <= (quick ? 512 : 2048)).Select(Usual))
            .Select(workload => Core(Row.Weights, workload with { KeepsWeights = true }, threads, Row.Tie));

    private IEnumerable<BenchmarkCase> Layers(int threads) =>
        lengths.Where(n => !quick || n <= 512).Select(n => new LayerWorkload(12, n, 64)).Prepend(new(8, 16, 64)).Select(workload => new BenchmarkCase(
            Row.Layer,
            $"({workload.Heads},{workload.Tokens},{workload.Size})",
            threads,
            [Entrant.Of(Role.Subject, workload, Own.Layer, threads), .. peers.Rivals(peer => peer.Layer(workload), workload, threads)])
        { AtLeast = Row.Tie });

    private BenchmarkCase Training(int n, int threads)
    {
        var workload = new TrainingWorkload(12, n, 64);
        return new(
            Row.Training,
            $"(12,{n},64)",
            threads,
            [Entrant.Of(Role.Subject, workload, Own.Training, threads), .. peers.Rivals(peer => peer.Training(workload), workload, threads)])
        { AtLeast = 1.2 };
    }

    private IEnumerable<BenchmarkCase> OtherSizes(int threads)
    {
        const int N = 512;
        foreach (var size in quick ? [37, 80, 128] : (int[])[32, 37, 61, 80, 96, 128])
        {
            yield return Neighbours($"head size {size}", new(12, N, size), new(12, N, size < 48 && size != 32 ? 32 : GoodSize), threads);
        }

        yield return Neighbours("n = 129", Usual(129), Usual(128), threads);
        if (!quick) yield return Neighbours("n = 1001", Usual(1001), Usual(1024), threads);
        yield return Neighbours("grouped-query, 12 and 4 heads", Usual(N) with { KeyHeads = 4 }, Usual(N), threads);
        yield return Neighbours("cross-attention, 512 and 1001 tokens", Usual(N) with { Keys = 1001 }, Usual(N) with { Keys = 1024 }, threads);
    }

    private BenchmarkCase Textbook(int n, int threads)
    {
        var workload = n == 16 ? new CoreWorkload(8, 16, 64) : Usual(n);
        return new(Row.Textbook, Words(workload), threads, [Subject(workload, threads), .. peers.Textbook(workload, threads)]) { AtLeast = 30 };
    }

    /// <summary>The trace of a layer, against the layer's output and what it costs to keep the weights in its middle.</summary>
    private static BenchmarkCase Trace(int n, int threads)
    {
        var layer = new LayerWorkload(12, n, 64);
        return new(
            Row.Trace,
            $"(12,{n},64)",
            threads,
            [
                Entrant.Of(Role.Subject, layer, Own.Trace, threads),
                Entrant.Of(Role.Reference, layer, Named(Own.Layer, "+ layer"), threads),
                Entrant.Of(Role.Reference, layer.Core with { KeepsWeights = true }, Named(Own.Core, "+ core, weights kept"), threads),
                Entrant.Of(Role.Reference, layer.Core, Named(Own.Core, "− core, output only"), threads) with { Sign = -1 },
            ])
        { AtLeast = 1 / 1.5 };
    }

    private static BenchmarkCase Double(int n, int threads)
    {
        var workload = Usual(n);
        return new(
            Row.Double,
            Words(workload),
            threads,
            [
                Subject(workload with { ElementBytes = sizeof(double) }, threads),
                Entrant.Of(Role.Reference, workload, Named(Own.Core, "ours, float"), threads),
            ])
        { AtLeast = 0.45 };
    }

    /// <summary>Masks and biases stay in the fused kernel; normalisations and scores of another kind go a plainer way.</summary>
    private IEnumerable<BenchmarkCase> OtherRules(int threads)
    {
        var softmax = new LayerWorkload(12, 512, 64);
        foreach (var rule in quick ? [LayerRule.Sigmoid] : Enum.GetValues<LayerRule>().Except([LayerRule.Softmax]))
        {
            yield return new BenchmarkCase(
                Row.Rules,
                $"{rule.ToString().ToLowerInvariant()} (12,512,64)",
                threads,
                [
                    Entrant.Of(Role.Subject, softmax with { Rule = rule }, Own.Layer, threads),
                    Entrant.Of(Role.Reference, softmax, Named(Own.Layer, "ours, softmax"), threads),
                ])
            { AtLeast = 0 };
        }
    }

    private BenchmarkCase Neighbours(string name, CoreWorkload workload, CoreWorkload good, int threads) => new(
        Row.Sizes,
        name,
        threads,
        [
            Subject(workload, threads),
            Entrant.Of(Role.Reference, good, Named(Own.Core, $"ours, {Words(good)}"), threads),
            .. peers.Rivals(peer => peer.Core(workload), workload, threads),
        ])
    { AtLeast = 1 / 1.15 };

    private BenchmarkCase Core(Row row, CoreWorkload workload, int threads, double atLeast) => new(
        row,
        Words(workload),
        threads,
        [
            Subject(workload, threads),
            .. peers.Rivals(peer => peer.Core(workload), workload, threads),
            .. threads == 1 && workload.Queries <= LongForLoops ? peers.Loops(workload, threads) : [],
        ])
    { AtLeast = atLeast };

    private static CoreWorkload Usual(int n) => new(12, n, GoodSize);

    private static Entrant Subject(CoreWorkload workload, int threads) => Entrant.Of(Role.Subject, workload, Own.Core, threads);

    private static Candidate<TWorkload> Named<TWorkload>(Candidate<TWorkload> candidate, string name)
        where TWorkload : Workload => candidate with { Name = name };

    private static string Words(CoreWorkload workload) =>
        $"({workload.Heads},{(workload.Keys == workload.Queries ? workload.Queries : $"{workload.Queries}/{workload.Keys}")},{workload.Size})";
}
