using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Trains models: AdamW on batches of sentences, with a warm-up and a cosine.</summary>
public static class Trainer
{
    /// <summary>Trains whatever can be trained.</summary>
    /// <param name="model">What learns.</param>
    /// <param name="modelName">What tells models apart whose parameters have the same names and shapes.</param>
    /// <param name="examples">What it learns from; at least one.</param>
    /// <param name="options">How; null: the default.</param>
    /// <param name="clock">Tells the time; null: that of the system.</param>
    internal static TrainingHistory Train<T>(
        ITrainable<T> model, string modelName, IReadOnlyList<TrainingExample> examples, TrainingOptions? options = null, TimeProvider? clock = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        Examples(examples, nameof(examples));
        options ??= new TrainingOptions();
        if (options.HeldOut is { } heldOut) Examples(heldOut, nameof(TrainingOptions.HeldOut), "options");
        foreach (Parameter<T> parameter in model.Parameters)
        {
            if (Divergence.FirstNotFinite(parameter.Storage) is { } broken)
                throw new ArgumentException($"model must hold finite numbers only: its {parameter.Name} holds {broken}.", nameof(model));
        }

        return new TrainingRun<T>(model, modelName, examples, options, clock ?? TimeProvider.System).Run();
    }

    private static void Examples(IReadOnlyList<TrainingExample> examples, string name, string? argument = null)
    {
        ArgumentNullException.ThrowIfNull(examples, name);
        if (examples.Count == 0) throw new ArgumentException($"{name} must hold at least one example: it is empty.", argument ?? name);
        if (examples.Contains(null)) throw new ArgumentException($"{name} must not hold null.", argument ?? name);
    }
}
