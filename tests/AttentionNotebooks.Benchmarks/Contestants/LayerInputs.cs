using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Contestants;

/// <summary>Tokens and the learned matrices.</summary>
/// <param name="Tokens">Token by token, in it feature by feature.</param>
/// <param name="QueryWeights">W^q, [feature of all heads, head by head][feature of the input].</param>
/// <param name="KeyWeights">W^k, likewise.</param>
/// <param name="ValueWeights">W^v, likewise.</param>
/// <param name="OutputWeights">W^o, [feature of the output][feature of all heads].</param>
internal sealed record LayerInputs(float[] Tokens, float[] QueryWeights, float[] KeyWeights, float[] ValueWeights, float[] OutputWeights)
{
    public static LayerInputs For(LayerWorkload workload)
    {
        var size = workload.ModelSize;
        return new(
            Draw.Uniform(11, workload.Tokens * size, deviation: 1),
            Weights(12, gain: 2),
            Weights(13, gain: 1),
            Weights(14, gain: 1),
            Weights(15, gain: 1));

        // A product with them leaves the size of the numbers as it is, times the gain.
        float[] Weights(int seed, double gain) => Draw.Uniform(seed, size * size, gain / Math.Sqrt(size));
    }
}
