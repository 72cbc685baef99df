using System.Numerics;
using System.Numerics.Tensors;
using AttentionNotebooks.Benchmarks.Cases;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Benchmarks.Contestants;

/// <summary>Queries, keys and values as one MathNet matrix a head; one token is one column.</summary>
internal sealed record CoreMatrices<T>(Matrix<T>[] Queries, Matrix<T>[] Keys, Matrix<T>[] Values)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static CoreMatrices<T> For(CoreWorkload workload)
    {
        var inputs = CoreInputs.For(workload);
        return new(Split(inputs.Queries, workload.Size, workload.Heads), Split(inputs.Keys, workload.Size, workload.KeyHeads), Split(inputs.Values, workload.Size, workload.KeyHeads));
    }

    /// <summary>One dense matrix of zeros a head.</summary>
    public static Matrix<T>[] Zeros(int rows, int columns, int heads) => [.. Enumerable.Range(0, heads).Select(_ => Matrix<T>.Build.Dense(rows, columns))];

    /// <summary>The columns of all matrices, one after the other.</summary>
    public static float[] Join(params ReadOnlySpan<Matrix<T>> matrices)
    {
        var joined = new float[matrices.Length * matrices[0].RowCount * matrices[0].ColumnCount];
        var rest = joined.AsSpan();
        foreach (var matrix in matrices)
        {
            TensorPrimitives.ConvertTruncating<T, float>(matrix.AsColumnMajorArray(), rest);
            rest = rest[(matrix.RowCount * matrix.ColumnCount)..];
        }

        return joined;
    }

    /// <summary>One matrix a head, of the numbers of all heads.</summary>
    public static Matrix<T>[] Split(float[] values, int size, int heads)
    {
        var length = values.Length / heads;
        return [.. Enumerable.Range(0, heads).Select(head => Of(size, values.AsSpan(head * length, length)))];
    }

    private static Matrix<T> Of(int rows, ReadOnlySpan<float> columns)
    {
        var storage = new T[columns.Length];
        TensorPrimitives.ConvertTruncating(columns, storage.AsSpan());
        return Matrix<T>.Build.Dense(rows, columns.Length / rows, storage);
    }
}
