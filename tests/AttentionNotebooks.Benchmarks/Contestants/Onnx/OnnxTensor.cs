namespace AttentionNotebooks.Benchmarks.Contestants.Onnx;

/// <summary>A tensor that the program holds.</summary>
internal sealed record OnnxTensor(string Name, float[] Values, params long[] Shape)
{
    /// <summary>From the order in the model to the order of the inputs.</summary>
    public Func<float[], float[]> ToUsualOrder { get; init; } = values => values;

    public static OnnxTensor Empty(string name, params long[] shape) => new(name, new float[shape.Aggregate((product, length) => product * length)], shape);
}
