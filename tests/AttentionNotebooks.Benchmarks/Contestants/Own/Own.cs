using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Contestants.Own;

/// <summary>Ours, through the public API.</summary>
internal static class Own
{
    public static Candidate<CoreWorkload> Core { get; } =
        new("ours", (core, threads) => core.ElementBytes == sizeof(double) ? new OwnCore<double>(core, threads) : new OwnCore<float>(core, threads));

    public static Candidate<LayerWorkload> Layer { get; } = new("ours", (layer, threads) => new OwnLayer(layer, threads));

    public static Candidate<LayerWorkload> Trace { get; } = new("ours, Trace", (layer, threads) => new OwnTrace(layer, threads));

    public static Candidate<TrainingWorkload> Training { get; } = new("ours", (training, threads) => new OwnTraining(training, threads));
}
