using System.Text.Json;
using System.Text.Json.Serialization;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A whole model in a safetensors file: its parameters by name, and its shape as JSON in the metadata.</summary>
internal static class TransformerFile
{
    private const string ConfigName = "transformer";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    internal static void Write<T>(Transformer<T> model, string path, IReadOnlyDictionary<string, string>? metadata)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Dictionary<string, string> all = new(metadata ?? new Dictionary<string, string>());
        if (!all.TryAdd(ConfigName, JsonSerializer.Serialize(model.Config, Json)))
            throw new ArgumentException($"metadata must not hold '{ConfigName}': the shape of the model stands there.", nameof(metadata));
        SafeTensors.Write(path, Tensors(model.Parameters, ParameterShapes.Of(model.Config)), all);
    }

    internal static Transformer<T> Read<T>(SafeTensorFile file)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        TransformerConfig config = ReadConfig(file);
        return Transformer.Create(config, Take(new StateDict<T>(file, ""), ParameterShapes.Of(config), name => name));
    }

    /// <summary>Parameters for a file, those that are vectors there as vectors.</summary>
    internal static IEnumerable<SafeTensor> Tensors<T>(IEnumerable<Parameter<T>> parameters, IEnumerable<(string Name, long[] Shape)> shapes, string prefix = "")
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => parameters.Zip(shapes, (parameter, shape) => shape.Shape.Length == 1
            ? SafeTensor.Of(prefix + shape.Name, parameter.Values.Column(0))
            : SafeTensor.Of(prefix + shape.Name, parameter.Values));

    /// <summary>Exactly these parameters from a file, where each may have another name.</summary>
    internal static Dictionary<string, Matrix<T>> Take<T>(StateDict<T> state, IEnumerable<(string Name, long[] Shape)> shapes, Func<string, string> nameInFile)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Dictionary<string, Matrix<T>> parameters = shapes.ToDictionary(shape => shape.Name, shape => state.Take(nameInFile(shape.Name), shape.Shape));
        state.MustHoldNothingElse();
        return parameters;
    }

    private static TransformerConfig ReadConfig(SafeTensorFile file)
    {
        if (!file.Metadata.TryGetValue(ConfigName, out string? text))
            throw new InvalidDataException($"The file must tell the shape of the model in its metadata, under '{ConfigName}': it does not.");
        try
        {
            TransformerConfig config = JsonSerializer.Deserialize<TransformerConfig>(text, Json) ?? throw new JsonException("It is null.");
            TransformerConfigCheck.Check(config);
            return config;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"The shape of the model, under '{ConfigName}' in the metadata, must be one that there is: {Untrusted.Message(broken)}", broken);
        }
    }
}
