using System.Numerics.Tensors;

namespace AttentionNotebooks.Benchmarks.Contestants;

/// <summary>Uniform numbers around 0 with a given standard deviation; the same seed gives the same numbers to everybody.</summary>
internal static class Draw
{
    public static float[] Uniform(int seed, int count, double deviation)
    {
        var random = new Random(seed);
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = random.NextSingle() - 0.5f;
        TensorPrimitives.Multiply(values, (float)(deviation * Math.Sqrt(12)), values);
        return values;
    }
}
