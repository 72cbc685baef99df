using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Contestants.Onnx;

/// <summary>Models of the whole layer; the learned matrices are constants, so that the session may pack them once.</summary>
internal static class OnnxLayers
{
    /// <summary>A product for each of queries, keys and values; the standard operator.</summary>
    public static OnnxProblem Attention(LayerWorkload workload) => Problem(workload, (graph, inputs) => Projections(graph, inputs, workload.ModelSize).Node(
        "Attention",
        ["Q", "K", "V"],
        ["H"],
        attributes: [new OnnxAttribute.Integer("q_num_heads", workload.Heads), new OnnxAttribute.Integer("kv_num_heads", workload.Heads)]));

    /// <summary>A product for each of queries, keys and values; ONNX Runtime's own operator.</summary>
    public static OnnxProblem MultiHeadAttention(LayerWorkload workload) => Problem(workload, (graph, inputs) => Projections(graph, inputs, workload.ModelSize).Node(
        "MultiHeadAttention",
        ["Q", "K", "V"],
        ["H"],
        OnnxGraph.Microsoft,
        new OnnxAttribute.Integer("num_heads", workload.Heads)));

    /// <summary>ONNX Runtime's own operator that projects as well, with [W^q, W^k, W^v] side by side. Without a bias its kernel crashes.</summary>
    public static OnnxProblem MicrosoftAttention(LayerWorkload workload) => Problem(workload, (graph, inputs) =>
    {
        var size = workload.ModelSize;
        var stacked = Layout.Swap([.. inputs.QueryWeights, .. inputs.KeyWeights, .. inputs.ValueWeights], 3 * size, size);
        return graph.Constant("Wqkv", stacked, size, 3 * size).Constant("zeros", new float[3 * size], 3 * size).Node(
            "Attention", ["X", "Wqkv", "zeros"], ["H"], OnnxGraph.Microsoft, new OnnxAttribute.Integer("num_heads", workload.Heads));
    });

    private static OnnxProblem Problem(LayerWorkload workload, Func<OnnxGraph, LayerInputs, OnnxGraph> attend)
    {
        var inputs = LayerInputs.For(workload);
        var size = workload.ModelSize;
        return new(
            Product(attend(new OnnxGraph(), inputs), "H", inputs.OutputWeights, size, "O"),
            [new("X", inputs.Tokens, 1, workload.Tokens, size)],
            [OnnxTensor.Empty("O", 1, workload.Tokens, size)]);
    }

    private static OnnxGraph Projections(OnnxGraph graph, LayerInputs inputs, int size)
    {
        _ = Product(graph, "X", inputs.QueryWeights, size, "Q");
        _ = Product(graph, "X", inputs.KeyWeights, size, "K");
        return Product(graph, "X", inputs.ValueWeights, size, "V");
    }

    /// <summary>output = input · Wᵀ.</summary>
    private static OnnxGraph Product(OnnxGraph graph, string input, float[] weights, int size, string output) =>
        graph.Constant($"W{output}", Layout.Swap(weights, size, size), size, size).Node("MatMul", [input, $"W{output}"], [output]);
}
