using AttentionNotebooks.Benchmarks.Cases;
using TorchSharp;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary>libtorch through TorchSharp.</summary>
internal sealed class TorchPeer : Peer
{
    public override string Name => $"TorchSharp {VersionOf(typeof(torch))}";

    public override IEnumerable<Candidate<CoreWorkload>> Core(CoreWorkload workload) => workload.KeepsWeights
        ? [new("Torch, plain", (core, threads) => new TorchPlain(core, threads))]
        : [new("Torch SDPA", (core, threads) => new TorchSdpa(core, threads))];

    public override IEnumerable<Candidate<LayerWorkload>> Layer(LayerWorkload workload) =>
    [
        new("Torch nn.MultiheadAttention", (layer, threads) => new TorchMultiheadAttention(layer, threads)),
        new("Torch Linear + SDPA", (layer, threads) => new TorchSdpaLayer(layer, threads)),
    ];

    public override IEnumerable<Candidate<TrainingWorkload>> Training(TrainingWorkload workload) =>
    [
        new("Torch SDPA", (training, threads) => new TorchTraining(training, threads, TorchTraining.Fused)),
        new("Torch, plain", (training, threads) => new TorchTraining(training, threads, TorchTraining.Plain)),
    ];

    protected override void Load()
    {
        TorchSharpLibrary.Load();
        torch.InitializeDeviceType(DeviceType.CPU);
    }
}
