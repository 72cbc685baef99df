using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A <see cref="TrainedModel"/> as one safetensors file: parameters under their names, the history of the training, and the rest as JSON in the metadata.</summary>
internal static class TrainedModelFile
{
    private const string Shipped = "heads.safetensors", History = "training.history";

    private const string Config = "config", Words = "vocabulary", Seed = "seed", Relations = "relations", Heads = "heads";

    /// <summary>The model inside this assembly.</summary>
    internal static TrainedModel ReadShipped()
    {
        using Stream stream = typeof(TrainedModelFile).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidOperationException($"This build has no trained model: run src/AttentionNotebooks.Trainer, which writes {Shipped}, and build again.");
        return Read(SafeTensors.Read(stream), Shipped);
    }

    internal static void Write(string path, TrainedModel model)
    {
        IEnumerable<SafeTensor> parameters = model.Transformer.Parameters.Select(parameter =>
            parameter.IsVector ? SafeTensor.Of(parameter.Name, parameter.Values.Column(0)) : SafeTensor.Of(parameter.Name, parameter.Values));
        SafeTensors.Write(path, parameters.Append(SafeTensor.Of(History, HistoryMatrix.Of(model.History.Points))), new Dictionary<string, string>
        {
            [Config] = JsonSerializer.Serialize(model.Transformer.Config),
            [Words] = JsonSerializer.Serialize(model.Vocabulary.Words),
            [Seed] = JsonSerializer.Serialize(model.Seed),
            [Relations] = JsonSerializer.Serialize(model.Figures.Relations),
            [Heads] = JsonSerializer.Serialize(model.Figures.Heads.SelectMany(head => head.Relations)),
        });
    }

    /// <exception cref="InvalidDataException">It is no file of a trained model.</exception>
    internal static TrainedModel Read(SafeTensorFile file, string path)
    {
        try
        {
            return Read(file);
        }
        catch (Exception wrong) when (wrong is ArgumentException or JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"{path} is no file of a trained model, or is broken: {wrong.Message}", wrong);
        }
    }

    private static TrainedModel Read(SafeTensorFile file)
    {
        Dictionary<string, Matrix<float>> parameters = file.Tensors.Where(tensor => tensor.Name != History).ToDictionary(tensor => tensor.Name, tensor => tensor.ToMatrix<float>());
        Transformer<float> transformer = Transformer.Create(Metadata<TransformerConfig>(file, Config), parameters);
        foreach (Parameter<float> parameter in transformer.Parameters)
        {
            if (Divergence.FirstNotFinite(parameter.Storage) is { } broken) throw new InvalidDataException($"its {parameter.Name} holds {broken}.");
        }

        return new TrainedModel(
            transformer,
            new Vocabulary(Metadata<string[]>(file, Words)),
            Metadata<int>(file, Seed),
            new TrainingHistory(HistoryMatrix.Read(History, file.Get(History).ToMatrix<double>())),
            new RelationReport(Metadata<MeasuredRelation[]>(file, Relations), Metadata<HeadOnRelation[]>(file, Heads)));
    }

    private static TValue Metadata<TValue>(SafeTensorFile file, string name) => file.Metadata.TryGetValue(name, out string? text)
        ? JsonSerializer.Deserialize<TValue>(text) ?? throw new InvalidDataException($"its '{name}' is null.")
        : throw new InvalidDataException($"its metadata has no '{name}'.");
}
