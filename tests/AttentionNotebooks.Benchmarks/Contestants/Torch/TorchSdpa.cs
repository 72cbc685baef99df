using AttentionNotebooks.Benchmarks.Cases;
using TorchSharp;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary><c>scaled_dot_product_attention</c>. Grouped heads are repeated first, as its documentation says of <c>enable_gqa</c>, which TorchSharp lacks.</summary>
internal sealed class TorchSdpa(CoreWorkload workload, int threads) : TorchContestant(threads)
{
    private readonly TorchCore tensors = new(workload);
    private readonly int group = workload.Heads / workload.KeyHeads;

    protected override torch.Tensor[] Compute() =>
    [
        torch.nn.functional.scaled_dot_product_attention(tensors.Queries, ForEachHead(tensors.Keys), ForEachHead(tensors.Values), is_casual: workload.Causal),
    ];

    private torch.Tensor ForEachHead(torch.Tensor shared) => group == 1 ? shared : shared.repeat_interleave(group, dim: 1);

    public override void Dispose()
    {
        tensors.Dispose();
        base.Dispose();
    }
}
