using System.Numerics.Tensors;
using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>Whether all who computed the same came to the same numbers: entry by entry, the largest and the smallest lie close together.</summary>
internal sealed class Agreement
{
    /// <summary>The largest difference that two may have, absolutely; the entries are of order 1.</summary>
    public const float Tolerance = 1e-5f;

    private readonly Dictionary<Workload, Ranges> ranges = [];

    /// <summary>The largest spread of any entry so far.</summary>
    public float Spread { get; private set; }

    /// <summary>Takes one more into account.</summary>
    /// <returns>What is wrong with its results, or null.</returns>
    public string? Add(Workload workload, string name, IEnumerable<float[]> results)
    {
        if (!ranges.TryGetValue(workload.AgreementKey, out var before))
        {
            ranges[workload.AgreementKey] = new Ranges([name], [.. results.Select(Range.Of)]);
            return null;
        }

        var spread = before.Results.Zip(results).Max(pair => pair.First.Widen(pair.Second));
        var others = string.Join(", ", before.Names);
        before.Names.Add(name);
        Spread = float.IsNaN(spread) ? spread : Math.Max(Spread, spread);
        return spread <= Tolerance ? null : $"{name} differs from {others} by {spread:0.0e+0}; {Tolerance:0e+0} is allowed.";
    }

    /// <summary>What those who computed the same have come to.</summary>
    private sealed record Ranges(List<string> Names, IReadOnlyList<Range> Results);

    /// <summary>The smallest and the largest of each entry of a result.</summary>
    private sealed record Range(float[] Low, float[] High)
    {
        public static Range Of(float[] result) => new([.. result], [.. result]);

        /// <returns>The largest difference between the largest and the smallest.</returns>
        public float Widen(float[] result)
        {
            TensorPrimitives.Min(Low, result, Low);
            TensorPrimitives.Max(High, result, High);
            var spread = new float[result.Length];
            TensorPrimitives.Subtract(High, Low, spread);
            return TensorPrimitives.Max(spread);
        }
    }
}
