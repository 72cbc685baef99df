namespace AttentionNotebooks;

/// <summary>A small model that has learned the <see cref="Corpus"/>, with what was measured of its heads.</summary>
/// <remarks>Immutable as long as nobody writes into its parameters. The one that comes with the package: <see cref="Load()"/>.</remarks>
public sealed class TrainedModel : MaskedLanguageModel
{
    internal TrainedModel(Transformer<float> transformer, Vocabulary vocabulary, int seed, TrainingHistory history, RelationReport figures)
        : base(transformer, vocabulary)
    {
        Seed = seed;
        History = history;
        Figures = figures;
    }

    /// <summary>What its training began with: the seed of its first weights, and of its sentences.</summary>
    public int Seed { get; }

    /// <summary>How its training went.</summary>
    public TrainingHistory History { get; }

    /// <summary>What was measured of its heads when it had been trained. <see cref="Measure"/> measures again.</summary>
    public RelationReport Figures { get; }

    /// <summary>The model that comes with the package. It was trained by <c>src/AttentionNotebooks.Trainer</c>.</summary>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidOperationException">This build of the package has none.</exception>
    public static TrainedModel Load() => TrainedModelFile.ReadShipped();

    /// <summary>A model from a file.</summary>
    /// <param name="path">A file that <see cref="Save"/> wrote.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidDataException">It is no such file, or is broken; the message says what is wrong.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TrainedModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return TrainedModelFile.Read(SafeTensors.Read(path), path);
    }

    /// <summary>Writes the model into a safetensors file: weights under PyTorch's names; shape, words, seed and figures as metadata. The old file or the new one is there, never a part.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        TrainedModelFile.Write(path, this);
    }

    /// <summary>This model before its training: the weights that it began with.</summary>
    /// <param name="seed">Of other weights that it might have begun with; null: its own.</param>
    /// <returns>A model that has learned nothing.</returns>
    public MaskedLanguageModel Untrained(int? seed = null) =>
        new(AttentionNotebooks.Transformer.Create<float>(Transformer.Config, seed ?? Seed), Vocabulary);

    /// <summary>Measures again, on held-out sentences: how often the model is right, how much each head looks at the deciding word, and what is lost when it is silenced.</summary>
    /// <param name="sentences">How many of each relation; at least 1.</param>
    /// <param name="seed">Which ones. Those of <see cref="Figures"/> have the seed 1.</param>
    /// <param name="options">On how many cores, until when; null: all cores. Results are the same, bit for bit.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sentences"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public RelationReport Measure(int sentences = 500, int seed = 1, ComputeOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sentences, 1);
        return HeadMeasurement.Run(this, Untrained(), [.. Figures.Relations.Select(relation => relation.Name)], sentences, seed, options);
    }
}
