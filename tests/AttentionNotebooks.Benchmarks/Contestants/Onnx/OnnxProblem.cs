namespace AttentionNotebooks.Benchmarks.Contestants.Onnx;

/// <summary>A model with what goes in and the shape of what comes out.</summary>
internal sealed record OnnxProblem(OnnxGraph Graph, IReadOnlyList<OnnxTensor> Inputs, IReadOnlyList<OnnxTensor> Outputs);
