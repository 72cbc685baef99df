using AttentionNotebooks.Benchmarks.Cases;
using TorchSharp;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary>One linear map to queries, keys and values, <c>scaled_dot_product_attention</c>, one linear map to the output.</summary>
internal sealed class TorchSdpaLayer : TorchContestant
{
    private readonly LayerWorkload workload;
    private readonly torch.Tensor tokens;
    private readonly torch.Tensor inputWeights;
    private readonly torch.Tensor outputWeights;

    public TorchSdpaLayer(LayerWorkload workload, int threads)
        : base(threads)
    {
        this.workload = workload;
        var inputs = LayerInputs.For(workload);
        long size = workload.ModelSize;
        tokens = torch.tensor(inputs.Tokens, [1, workload.Tokens, size]);
        inputWeights = torch.tensor((float[])[.. inputs.QueryWeights, .. inputs.KeyWeights, .. inputs.ValueWeights], [3 * size, size]);
        outputWeights = torch.tensor(inputs.OutputWeights, [size, size]);
    }

    protected override torch.Tensor[] Compute()
    {
        var parts = torch.nn.functional.linear(tokens, inputWeights).chunk(3, dim: -1);
        var heads = torch.nn.functional.scaled_dot_product_attention(ByHead(parts[0]), ByHead(parts[1]), ByHead(parts[2]));
        return [torch.nn.functional.linear(heads.transpose(1, 2).reshape(1, workload.Tokens, workload.ModelSize), outputWeights)];
    }

    private torch.Tensor ByHead(torch.Tensor part) => part.view(1, workload.Tokens, workload.Heads, workload.Size).transpose(1, 2);

    public override void Dispose()
    {
        tokens.Dispose();
        inputWeights.Dispose();
        outputWeights.Dispose();
        base.Dispose();
    }
}
