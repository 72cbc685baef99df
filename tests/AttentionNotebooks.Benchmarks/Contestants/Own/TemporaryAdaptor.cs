using System.Numerics;
using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Benchmarks.Contestants.Own;

// Stands in for the engine's own until it is there.
internal sealed record ComputeOptions
{
    public int MaxDegreeOfParallelism { get; init; } = 1;
}

internal static class ScaledDotProductAttention
{
    public static void AttendInto<T>(
        IReadOnlyList<Matrix<T>> outputs, IReadOnlyList<Matrix<T>> queries, IReadOnlyList<Matrix<T>> keys, IReadOnlyList<Matrix<T>> values,
        IReadOnlyList<Matrix<T>>? weights = null, AttentionMask? mask = null, ComputeOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var scratch = new T[keys[0].ColumnCount];
        for (var head = 0; head < queries.Count; head++)
        {
            int size = queries[0].RowCount, nq = queries[0].ColumnCount, nk = keys[0].ColumnCount, shared = head / (queries.Count / keys.Count);
            for (var query = 0; query < nq; query++)
            {
                var q = queries[head].AsColumnMajorArray().AsSpan(query * size, size);
                var visible = mask is null ? nk : query + 1;
                Span<T> row = weights is null ? scratch : weights[head].AsColumnMajorArray().AsSpan(query * nk, nk);
                row = row[..visible];
                for (var key = 0; key < visible; key++) row[key] = TensorPrimitives.Dot<T>(q, keys[shared].AsColumnMajorArray().AsSpan(key * size, size));
                TensorPrimitives.Subtract(row, TensorPrimitives.Max<T>(row), row);
                TensorPrimitives.Multiply(row, T.One / T.Sqrt(T.CreateChecked(size)), row);
                TensorPrimitives.Exp<T>(row, row);
                TensorPrimitives.Divide(row, TensorPrimitives.Sum<T>(row), row);
                var output = outputs[head].AsColumnMajorArray().AsSpan(query * size, size);
                output.Clear();
                for (var key = 0; key < visible; key++) TensorPrimitives.MultiplyAdd(values[shared].AsColumnMajorArray().AsSpan(key * size, size), row[key], output, output);
            }
        }
    }

    public static void AttendInto<T>(this MultiHeadAttention<T> layer, Matrix<T> output, Matrix<T> input, Matrix<T>? source, AttentionMask? mask, ComputeOptions options)
        where T : unmanaged, IFloatingPointIeee754<T> => layer.Attend(input, source, mask).CopyTo(output);

    public static MultiHeadTrace<T> Trace<T>(this MultiHeadAttention<T> layer, LabelledMatrix<T> input, LabelledMatrix<T>? source, AttentionMask? mask, ComputeOptions options)
        where T : unmanaged, IFloatingPointIeee754<T> => layer.Trace(input, source, mask);
}
