using AttentionNotebooks.Benchmarks.Cases;
using Microsoft.ML.OnnxRuntime;

namespace AttentionNotebooks.Benchmarks.Contestants.Onnx;

/// <summary>ONNX Runtime, with models written here.</summary>
internal sealed class OnnxPeer : Peer
{
    public override string Name => $"ONNX Runtime {VersionOf(typeof(OrtEnv))}";

    public override IEnumerable<Candidate<CoreWorkload>> Core(CoreWorkload workload)
    {
        yield return new("ORT Attention", (core, threads) => new OnnxContestant(OnnxCores.Attention(core), threads));
        if (workload.KeepsWeights)
        {
            yield return new("ORT, plain", (core, threads) => new OnnxContestant(OnnxCores.Plain(core), threads));
        }
        else if (workload.KeyHeads == workload.Heads)
        {
            yield return new("ORT MultiHeadAttention", (core, threads) => new OnnxContestant(OnnxCores.MultiHeadAttention(core), threads));
        }
    }

    public override IEnumerable<Candidate<LayerWorkload>> Layer(LayerWorkload workload) =>
    [
        new("ORT MatMul + Attention", (layer, threads) => new OnnxContestant(OnnxLayers.Attention(layer), threads)),
        new("ORT MatMul + MultiHeadAttention", (layer, threads) => new OnnxContestant(OnnxLayers.MultiHeadAttention(layer), threads)),
        new("ORT com.microsoft.Attention", (layer, threads) => new OnnxContestant(OnnxLayers.MicrosoftAttention(layer), threads)),
    ];

    protected override void Load() => _ = OrtEnv.Instance();
}
