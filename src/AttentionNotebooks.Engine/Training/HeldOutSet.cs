using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Examples that a model is asked about but does not learn from.</summary>
/// <param name="model">The model.</param>
/// <param name="examples">At least one.</param>
/// <param name="compute">On how many threads.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class HeldOutSet<T>(ITrainable<T> model, IReadOnlyList<TrainingExample> examples, ComputeOptions compute)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A part of so many sentences needs little memory and is worth a thread.</summary>
    private const int PartSize = 32;

    private readonly TrainingExample[][] parts = [.. examples.Chunk(PartSize)];

    /// <summary>The mean over all targets.</summary>
    internal (double Loss, double Accuracy) Evaluate()
    {
        Evaluation[] found = new Evaluation[parts.Length];
        double work = (double)model.Parameters.Sum(parameter => (long)parameter.Count) * examples.Sum(example => example.Tokens.Count);
        new Workload(compute, work).Share(parts.Length, work, part => found[part] = model.Evaluate(parts[part]));
        Evaluation sum = found.Aggregate((left, right) => left + right);
        double targets = examples.Sum(example => example.TargetCount);
        return (sum.Loss / targets, sum.Correct / targets);
    }
}
