using System.Numerics.Tensors;
using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>Whether all who computed the same came to the same numbers: entry by entry, the largest and the smallest lie close together.</summary>
internal sealed class Agreement
{
    /// <summary>The largest difference that two may have, absolutely; the entries are of order 1.</summary>
    public const float Tolerance = 1e-5f;

    private readonly Dictionary<Workload, List<(float[] Low, float[] High)>> ranges = [];

    /// <summary>The largest spread of any entry so far.</summary>
    public float Spread { get; private set; }

    /// <summary>Takes one more into account.</summary>
    /// <returns>What is wrong with its results, or null.</returns>
    public string? Add(Workload workload, string name, IEnumerable<float[]> results)
    {
        if (!ranges.TryGetValue(workload.AgreementKey, out var before))
        {
            ranges[workload.AgreementKey] = [.. results.Select(result => ((float[])result.Clone(), (float[])result.Clone()))];
            return null;
        }

        var widened = before.Zip(results).Max(pair => Widen(pair.First, pair.Second));
        Spread = float.IsNaN(widened) ? widened : Math.Max(Spread, widened);
        return widened <= Tolerance ? null : $"{name} differs from those before it by {widened:0.0e+0}; {Tolerance:0e+0} is allowed.";
    }

    private static float Widen((float[] Low, float[] High) range, float[] result)
    {
        TensorPrimitives.Min(range.Low, result, range.Low);
        TensorPrimitives.Max(range.High, result, range.High);
        var spread = new float[result.Length];
        TensorPrimitives.Subtract(range.High, range.Low, spread);
        return TensorPrimitives.Max(spread);
    }
}
