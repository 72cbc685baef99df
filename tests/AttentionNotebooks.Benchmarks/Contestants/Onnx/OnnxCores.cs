using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Contestants.Onnx;

/// <summary>Models of the core.</summary>
internal static class OnnxCores
{
    private const long AfterSoftmax = 3;

    /// <summary>The standard operator (opset 23) on [1][head][token][feature]. Its fourth output can be the weights.</summary>
    public static OnnxProblem Attention(CoreWorkload workload) => new(
        new OnnxGraph().Node(
            "Attention",
            ["Q", "K", "V"],
            workload.KeepsWeights ? ["O", "", "", "P"] : ["O"],
            attributes:
            [
                new OnnxAttribute.Integer("is_causal", workload.Causal ? 1 : 0),
                .. workload.KeepsWeights ? (OnnxAttribute[])[new OnnxAttribute.Integer("qk_matmul_output_mode", AfterSoftmax)] : [],
            ]),
        HeadByHead(workload),
        workload.KeepsWeights ? [Output(workload), Weights(workload)] : [Output(workload)]);

    /// <summary>ONNX Runtime's own operator on [1][token][features of all heads].</summary>
    public static OnnxProblem MultiHeadAttention(CoreWorkload workload) => new(
        new OnnxGraph().Node(
            "MultiHeadAttention",
            ["Q", "K", "V"],
            ["O"],
            OnnxGraph.Microsoft,
            new OnnxAttribute.Integer("num_heads", workload.Heads),
            new OnnxAttribute.Integer("unidirectional", workload.Causal ? 1 : 0)),
        [.. HeadByHead(workload).Select(TokenByToken)],
        [
            OnnxTensor.Empty("O", 1, workload.Queries, workload.Heads * workload.Size) with
            {
                ToUsualOrder = values => Layout.Swap(values, workload.Queries, workload.Heads, workload.Size),
            },
        ]);

    /// <summary>Product, softmax, product: the weights are an intermediate that is an output as well.</summary>
    public static OnnxProblem Plain(CoreWorkload workload) => new(
        new OnnxGraph()
            .Constant("scale", [1 / MathF.Sqrt(workload.Size)])
            .Node("Transpose", ["K"], ["Kt"], attributes: new OnnxAttribute.Integers("perm", 0, 1, 3, 2))
            .Node("MatMul", ["Q", "Kt"], ["QKt"])
            .Node("Mul", ["QKt", "scale"], ["S"])
            .Node("Softmax", ["S"], ["P"], attributes: new OnnxAttribute.Integer("axis", -1))
            .Node("MatMul", ["P", "V"], ["O"]),
        HeadByHead(workload),
        [Output(workload), Weights(workload)]);

    private static OnnxTensor[] HeadByHead(CoreWorkload workload)
    {
        var inputs = CoreInputs.For(workload);
        return
        [
            new("Q", inputs.Queries, 1, workload.Heads, workload.Queries, workload.Size),
            new("K", inputs.Keys, 1, workload.KeyHeads, workload.Keys, workload.Size),
            new("V", inputs.Values, 1, workload.KeyHeads, workload.Keys, workload.Size),
        ];
    }

    private static OnnxTensor TokenByToken(OnnxTensor tensor)
    {
        var (heads, tokens, size) = ((int)tensor.Shape[1], (int)tensor.Shape[2], (int)tensor.Shape[3]);
        return new(tensor.Name, Layout.Swap(tensor.Values, heads, tokens, size), 1, tokens, heads * size);
    }

    private static OnnxTensor Output(CoreWorkload workload) => OnnxTensor.Empty("O", 1, workload.Heads, workload.Queries, workload.Size);

    private static OnnxTensor Weights(CoreWorkload workload) => OnnxTensor.Empty("P", 1, workload.Heads, workload.Queries, workload.Keys);
}
