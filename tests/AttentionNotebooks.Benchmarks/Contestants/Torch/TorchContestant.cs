using TorchSharp;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary>What contestants of libtorch share: threads, no gradients unless asked for, tensors that live until the next run.</summary>
internal abstract class TorchContestant : Contestant
{
    private torch.Tensor[] results = [];

    protected TorchContestant(int threads)
    {
        torch.set_num_threads(threads);
        _ = torch.set_grad_enabled(false);
    }

    public sealed override void Run()
    {
        // The last results go before the new ones come: their memory is used again.
        DropResults();
        using var scope = torch.NewDisposeScope();
        results = Compute();
        foreach (var result in results) _ = scope.MoveToOuter(result);
    }

    public override IEnumerable<float[]> Results()
    {
        foreach (var result in results)
        {
            using var flat = result.detach().contiguous();
            yield return flat.data<float>().ToArray();
        }
    }

    protected abstract torch.Tensor[] Compute();

    public override void Dispose()
    {
        DropResults();
        base.Dispose();
    }

    private void DropResults()
    {
        foreach (var result in results) result.Dispose();
        results = [];
    }
}
