using AttentionNotebooks.Benchmarks.Cases;
using TorchSharp;
using TorchSharp.Modules;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary><c>nn.MultiheadAttention</c>, output alone. It wants [token][1][feature].</summary>
internal sealed class TorchMultiheadAttention : TorchContestant
{
    private readonly MultiheadAttention layer;
    private readonly torch.Tensor tokens;

    public TorchMultiheadAttention(LayerWorkload workload, int threads)
        : base(threads)
    {
        var inputs = LayerInputs.For(workload);
        long size = workload.ModelSize;
        tokens = torch.tensor(inputs.Tokens, [workload.Tokens, 1, size]);
        layer = torch.nn.MultiheadAttention(size, workload.Heads, bias: false);
        layer.eval();
        var parameters = layer.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter);
        parameters["in_proj_weight"].copy_(torch.tensor((float[])[.. inputs.QueryWeights, .. inputs.KeyWeights, .. inputs.ValueWeights], [3 * size, size]));
        parameters["out_proj.weight"].copy_(torch.tensor(inputs.OutputWeights, [size, size]));
    }

    protected override torch.Tensor[] Compute() => [layer.call(tokens, tokens, tokens, need_weights: false).Item1];

    public override void Dispose()
    {
        layer.Dispose();
        tokens.Dispose();
        base.Dispose();
    }
}
