using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Contestants.Own;

/// <summary>The whole layer with every intermediate, labelled.</summary>
internal sealed class OwnTrace(LayerWorkload workload, int threads) : Contestant
{
    private readonly OwnLayerMatrices matrices = new(workload);
    private readonly ComputeOptions options = new() { MaxDegreeOfParallelism = threads };
    private MultiHeadTrace<float>? trace;

    public override void Run() => trace = matrices.Layer.Trace(matrices.Input, source: null, mask: null, options);

    public override IEnumerable<float[]> Results() => trace is null ? [] : [CoreMatrices<float>.Join(trace.Output.Values)];
}
