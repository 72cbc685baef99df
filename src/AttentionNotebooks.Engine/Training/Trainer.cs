using System.Numerics;
using System.Text.Json;

namespace AttentionNotebooks;

/// <summary>Trains models: AdamW on batches of sentences, with a warm-up and a cosine.</summary>
/// <remarks>
/// An update goes down the mean cross-entropy of all targets of a batch. The batch is cut into parts that run at the same time, each with gradients of its own, which are
/// added up in their order; so the same options, examples and weights give the same bits on any number of threads.
/// </remarks>
public static class Trainer
{
    /// <summary>Trains a transformer, in its own parameters. They must not be used meanwhile, but for <see cref="TrainingOptions.Watch"/>.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="model">What learns. One without cross-attention.</param>
    /// <param name="examples">What it learns from; at least one, of words of its vocabulary.</param>
    /// <param name="options">How; null: the default.</param>
    /// <returns>What was measured at each step; where the training was resumed, from its first step on.</returns>
    /// <exception cref="ArgumentException">The model holds NaN or infinity, or cross-attends; an example does not fit it; two options contradict each other; or the folder of the checkpoint is not there.</exception>
    /// <exception cref="TrainingCanceledException">The options' token was cancelled. The model keeps what it has learned.</exception>
    /// <exception cref="TrainingDivergedException">Loss, gradients or parameters were not finite. The model keeps its parameters from before that step.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is broken, or of another training. The model is as it was.</exception>
    /// <exception cref="IOException">A checkpoint cannot be read or written.</exception>
    public static TrainingHistory Train<T>(Transformer<T> model, IReadOnlyList<TrainingExample> examples, TrainingOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Config.CrossAttends) throw new ArgumentException("model must not cross-attend: there is no source for it to look at.", nameof(model));
        TransformerCheck.Examples(model.Config, examples);
        options ??= new TrainingOptions();
        if (options.HeldOut is { } heldOut) TransformerCheck.Examples(model.Config, heldOut, nameof(TrainingOptions.HeldOut), nameof(options));
        return Train(model, JsonSerializer.Serialize(model.Config), examples, options, TimeProvider.System);
    }

    /// <summary>Trains whatever can be trained, on examples that fit it.</summary>
    /// <param name="model">What learns.</param>
    /// <param name="modelName">What tells models apart whose parameters have the same names and shapes.</param>
    /// <param name="examples">What it learns from; at least one.</param>
    /// <param name="options">How.</param>
    /// <param name="clock">Tells the time.</param>
    internal static TrainingHistory Train<T>(
        ITrainable<T> model, string modelName, IReadOnlyList<TrainingExample> examples, TrainingOptions options, TimeProvider clock)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (Parameter<T> parameter in model.Parameters)
        {
            if (Divergence.FirstNotFinite(parameter.Storage) is { } broken)
                throw new ArgumentException($"model must hold finite numbers only: its {parameter.Name} holds {broken}.", nameof(model));
        }

        if (options.CheckpointPath is { } path && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new ArgumentException($"{nameof(options.CheckpointPath)} must be in a folder that exists: it is {path}.", nameof(options));
        return new TrainingRun<T>(model, modelName, examples, options, clock).Run();
    }
}
