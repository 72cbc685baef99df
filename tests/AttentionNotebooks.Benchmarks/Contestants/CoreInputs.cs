using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Contestants;

/// <summary>Queries, keys and values: head by head, in it token by token, in it feature by feature.</summary>
internal sealed record CoreInputs(float[] Queries, float[] Keys, float[] Values)
{
    /// <summary>Queries twice as large as the rest: weights that differ enough for the outputs not to average away.</summary>
    public static CoreInputs For(CoreWorkload workload)
    {
        var keys = workload.KeyHeads * workload.Keys * workload.Size;
        return new(
            Draw.Uniform(1, workload.Heads * workload.Queries * workload.Size, deviation: 2),
            Draw.Uniform(2, keys, deviation: 1),
            Draw.Uniform(3, keys, deviation: 1));
    }

    /// <summary>The gradient of the output.</summary>
    public static float[] OutputGradient(TrainingWorkload workload) =>
        Draw.Uniform(4, workload.Heads * workload.Tokens * workload.Size, deviation: 1);
}
