using System.Numerics;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>One forward and backward pass over heads side by side. Heads that share K and V go one after another, since their gradients add up.</summary>
internal sealed class GradientRun<T>(
    IReadOnlyList<Matrix<T>> queries, IReadOnlyList<Matrix<T>> keys, IReadOnlyList<Matrix<T>> values, IReadOnlyList<Matrix<T>> outputGradients, AttentionMask? mask)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The five products of the backward pass, in units of the forward pass with its two.</summary>
    private const double BackwardCost = 2.5;

    private readonly T[][] outputs = Zeros(outputGradients);
    private readonly T[][] queryGradients = Zeros(queries);
    private readonly T[][] keyGradients = Zeros(keys);
    private readonly T[][] valueGradients = Zeros(values);

    private int HeadsPerKey => queries.Count / keys.Count;

    internal AttentionGradients<T> Run(ComputeOptions? options)
    {
        HeadWork<T>[] heads = ScaledDotProductAttention.Heads(outputs, queries, keys, values, weights: null);
        for (int head = 0; head < heads.Length; head++) heads[head] = heads[head] with { LogSums = new T[queries[0].ColumnCount] };
        double multiplyAdds = heads.Sum(head => head.MultiplyAdds);
        Workload workload = new(options, multiplyAdds * (1 + BackwardCost));
        HeadsRun.Run(heads, mask, workload);

        ScoreRule<T> rule = heads[0].Rule.Fused(heads[0].QuerySize, mask?.ForKernels(heads[0].KeyCount, heads[0].QueryCount))!.Value;
        workload.Share(keys.Count, multiplyAdds * BackwardCost, group =>
        {
            for (int head = group * HeadsPerKey; head < (group + 1) * HeadsPerKey; head++)
                FusedAttention.RunBackward(heads[head].Spans(), rule, Spans(head, group), workload.Cancellation);
        });
        return new AttentionGradients<T>(Over(outputs, outputGradients), Over(queryGradients, queries), Over(keyGradients, keys), Over(valueGradients, values));
    }

    private static T[][] Zeros(IReadOnlyList<Matrix<T>> like) => [.. like.Select(matrix => new T[matrix.RowCount * matrix.ColumnCount])];

    private static Matrix<T>[] Over(T[][] storage, IReadOnlyList<Matrix<T>> like) =>
        [.. storage.Select((array, index) => MatrixStorage.Over<T>(array, like[index].ColumnCount))];

    private GradientSpans<T> Spans(int head, int group) => new()
    {
        Output = outputGradients[head].ColumnMajor(),
        Queries = queryGradients[head],
        Keys = keyGradients[group],
        Values = valueGradients[group],
    };
}
