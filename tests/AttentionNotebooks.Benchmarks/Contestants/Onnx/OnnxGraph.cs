using System.Runtime.InteropServices;

namespace AttentionNotebooks.Benchmarks.Contestants.Onnx;

/// <summary>Writes an ONNX model of float tensors. The numbers of the fields are those of <c>onnx.proto</c>.</summary>
internal sealed class OnnxGraph
{
    private const long IrVersion = 11;
    private const long Opset = 23;
    private const long Float = 1;
    private readonly ProtobufMessage graph = new ProtobufMessage().Add(2, "attention");

    /// <summary>The domain of ONNX Runtime's own operators.</summary>
    public const string Microsoft = "com.microsoft";

    public OnnxGraph Input(string name, params long[] shape) => Add(11, ValueInfo(name, shape));

    public OnnxGraph Output(string name, params long[] shape) => Add(12, ValueInfo(name, shape));

    public OnnxGraph Constant(string name, float[] values, params long[] shape)
    {
        var tensor = new ProtobufMessage();
        foreach (var length in shape) _ = tensor.Add(1, length);
        return Add(5, tensor.Add(2, Float).Add(8, name).Add(9, MemoryMarshal.AsBytes(values.AsSpan())));
    }

    /// <summary>A node; an output without a name is not wanted.</summary>
    public OnnxGraph Node(string operation, string[] inputs, string[] outputs, string domain = "", params OnnxAttribute[] attributes)
    {
        var node = new ProtobufMessage();
        foreach (var input in inputs) _ = node.Add(1, input);
        foreach (var output in outputs) _ = node.Add(2, output);
        _ = node.Add(3, $"{operation} to {outputs[0]}").Add(4, operation).Add(7, domain);
        foreach (var attribute in attributes) _ = node.Add(5, attribute.ToMessage());
        return Add(1, node);
    }

    public byte[] ToModel() => new ProtobufMessage().Add(1, IrVersion).Add(7, graph).Add(8, Operators("", Opset)).Add(8, Operators(Microsoft, 1)).ToArray();

    private static ProtobufMessage Operators(string domain, long version) => new ProtobufMessage().Add(1, domain).Add(2, version);

    private static ProtobufMessage ValueInfo(string name, long[] lengths)
    {
        var shape = new ProtobufMessage();
        foreach (var length in lengths) _ = shape.Add(1, new ProtobufMessage().Add(1, length));
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, new ProtobufMessage().Add(1, Float).Add(2, shape)));
    }

    private OnnxGraph Add(int field, ProtobufMessage message)
    {
        _ = graph.Add(field, message);
        return this;
    }
}
