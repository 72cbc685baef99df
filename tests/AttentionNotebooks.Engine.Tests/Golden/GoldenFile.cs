using System.Numerics;
using System.Text.Json;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>Reads what <c>generate.py</c> wrote. This is the border where PyTorch's rows become columns.</summary>
internal static class GoldenFile
{
    private static readonly JsonSerializerOptions PythonNames = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static TCase[] Read<TCase>(string file)
    {
        using Stream stream = typeof(GoldenFile).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<TCase[]>(stream, PythonNames)!;
    }

    /// <summary>A file that is no text.</summary>
    public static byte[] Bytes(string file)
    {
        using Stream stream = typeof(GoldenFile).Assembly.GetManifestResourceStream(file)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Rows as they are: what a learned matrix has in PyTorch too, since <c>nn.Linear</c> computes x·Wᵀ.</summary>
    public static Matrix<T> Rows<T>(double[][] rows)
        where T : unmanaged, IFloatingPointIeee754<T> => Matrix<T>.Build.Dense(rows.Length, rows[0].Length, (i, j) => T.CreateChecked(rows[i][j]));

    /// <summary>[tokens, features] → a column a token; [queries, keys] → A, a column a query.</summary>
    public static Matrix<T> Columns<T>(double[][] rows)
        where T : unmanaged, IFloatingPointIeee754<T> => Rows<T>(rows).Transpose();

    /// <summary>Asserts that numbers differ by a few roundings of the greatest of them, no more.</summary>
    public static void Same<T>(Matrix<double> expected, Matrix<T> actual, string what, int roundings = 8)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Near.Equal(expected, actual, roundings * RoundingBound.Epsilon<T>() * expected.Enumerate().Max(Math.Abs), what);

    /// <summary>[h·size, features] → h matrices of size rows.</summary>
    public static Matrix<T>[] Heads<T>(double[][] rows, int heads)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. rows.Chunk(rows.Length / heads).Select(Rows<T>)];

    /// <summary>What PyTorch's <c>attn_mask</c> and <c>key_padding_mask</c> allow together.</summary>
    public static AttentionMask? Mask(bool[][]? allows, bool[]? isToken)
    {
        AttentionMask? table = allows is null ? null : AttentionMask.Custom((key, query) => allows[query][key]);
        AttentionMask? padding = isToken is null ? null : AttentionMask.Padding(isToken);
        return table is null ? padding : padding is null ? table : table & padding;
    }
}
