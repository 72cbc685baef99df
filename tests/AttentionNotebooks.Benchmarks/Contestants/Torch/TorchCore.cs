using AttentionNotebooks.Benchmarks.Cases;
using TorchSharp;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary>Queries, keys and values as tensors [1][head][token][feature].</summary>
internal sealed class TorchCore : IDisposable
{
    public TorchCore(CoreWorkload workload)
    {
        var inputs = CoreInputs.For(workload);
        Queries = torch.tensor(inputs.Queries, [1, workload.Heads, workload.Queries, workload.Size]);
        Keys = torch.tensor(inputs.Keys, [1, workload.KeyHeads, workload.Keys, workload.Size]);
        Values = torch.tensor(inputs.Values, [1, workload.KeyHeads, workload.Keys, workload.Size]);
        Scale = 1 / Math.Sqrt(workload.Size);
    }

    public torch.Tensor Queries { get; }

    public torch.Tensor Keys { get; }

    public torch.Tensor Values { get; }

    public double Scale { get; }

    /// <summary>softmax(QKᵀ/√q) in three operations.</summary>
    public torch.Tensor Weights() => torch.nn.functional.softmax(torch.matmul(Queries, Keys.transpose(-2, -1)).mul_(Scale), dim: -1);

    public void Dispose()
    {
        Queries.Dispose();
        Keys.Dispose();
        Values.Dispose();
    }
}
