using System.Globalization;

namespace AttentionNotebooks;

/// <summary>What decides the numbers of a training: only one with the same can go on from its checkpoint.</summary>
internal static class TrainingIdentity
{
    /// <summary>Each thing by its name, as text.</summary>
    internal static Dictionary<string, string> Of(string modelName, IReadOnlyList<TrainingExample> examples, TrainingOptions options)
    {
        LearningRateSchedule schedule = options.Schedule();
        Dictionary<string, object?> parts = new()
        {
            ["model"] = modelName,
            ["examples"] = $"{examples.Count}, hash {Hash(examples):x16}",
            [nameof(options.Steps)] = options.Steps,
            [nameof(options.BatchSize)] = options.BatchSize,
            [nameof(options.Seed)] = options.Seed,
            [nameof(options.PeakLearningRate)] = options.PeakLearningRate,
            [nameof(options.FinalLearningRate)] = schedule.Floor,
            [nameof(options.WarmUpSteps)] = schedule.WarmUpSteps,
            [nameof(options.WeightDecay)] = options.WeightDecay,
            [nameof(options.Beta1)] = options.Beta1,
            [nameof(options.Beta2)] = options.Beta2,
            [nameof(options.ClipNorm)] = options.ClipNorm,
        };
        return parts.ToDictionary(part => part.Key, part => Convert.ToString(part.Value, CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>FNV-1a over the numbers of all sentences and their targets.</summary>
    private static ulong Hash(IReadOnlyList<TrainingExample> examples) => examples
        .SelectMany(example => example.Tokens.Concat(example.Targets).Prepend(example.Tokens.Count))
        .Aggregate(14695981039346656037ul, (hash, number) => unchecked((hash ^ (uint)number) * 1099511628211ul));
}
