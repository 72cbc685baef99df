using AttentionNotebooks.Benchmarks.Cases;
using TorchSharp;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary>Product, softmax, product: the way to the weights of every head.</summary>
internal sealed class TorchPlain(CoreWorkload workload, int threads) : TorchContestant(threads)
{
    private readonly TorchCore tensors = new(workload);

    protected override torch.Tensor[] Compute()
    {
        var weights = tensors.Weights();
        return [torch.matmul(weights, tensors.Values), weights];
    }

    public override void Dispose()
    {
        tensors.Dispose();
        base.Dispose();
    }
}
