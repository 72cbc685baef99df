using AttentionNotebooks.Benchmarks.Cases;
using TorchSharp;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary>Forward, then backward by autograd.</summary>
internal sealed class TorchTraining(TrainingWorkload workload, int threads, Func<TorchCore, torch.Tensor> forward) : TorchContestant(threads)
{
    private readonly TorchCore tensors = WithGradients(workload);
    private readonly torch.Tensor gradient = torch.tensor(CoreInputs.OutputGradient(workload), [1, workload.Heads, workload.Tokens, workload.Size]);

    public static torch.Tensor Fused(TorchCore tensors) =>
        torch.nn.functional.scaled_dot_product_attention(tensors.Queries, tensors.Keys, tensors.Values);

    public static torch.Tensor Plain(TorchCore tensors) => torch.matmul(tensors.Weights(), tensors.Values);

    protected override torch.Tensor[] Compute()
    {
        using var gradients = torch.set_grad_enabled(true);
        var output = forward(tensors);
        var backward = torch.autograd.grad([output], [tensors.Queries, tensors.Keys, tensors.Values], [gradient]);
        return [output.detach(), .. backward];
    }

    private static TorchCore WithGradients(TrainingWorkload workload)
    {
        var tensors = new TorchCore(workload.Core);
        foreach (var tensor in (torch.Tensor[])[tensors.Queries, tensors.Keys, tensors.Values]) tensor.requires_grad = true;
        return tensors;
    }

    public override void Dispose()
    {
        tensors.Dispose();
        gradient.Dispose();
        base.Dispose();
    }
}
