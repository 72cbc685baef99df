using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>What the projections of a head, or of a layer of heads, add to every token: Q = W^q·I + b^q·1ᵀ, and K and V likewise.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// For a layer, the biases of the heads stand one below the other, as in PyTorch's <c>in_proj_bias</c>, whose three thirds these are. Heads that share W^k and W^v
/// share b^k and b^v.
/// </remarks>
public sealed record ProjectionBiases<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    /// <summary>b^q, q entries for each head; finite. Null: none.</summary>
    public Vector<T>? Query { get; init; }

    /// <summary>b^k, as many entries as W^k has rows, for each key head; finite. Null: none.</summary>
    public Vector<T>? Key { get; init; }

    /// <summary>b^v, v entries for each value head; finite. Null: none.</summary>
    public Vector<T>? Value { get; init; }

    internal static ProjectionBiases<T> None { get; } = new();

    /// <summary>The biases of each head by itself, copied and dense.</summary>
    /// <param name="heads">The heads, from top to bottom.</param>
    /// <param name="headsPerKey">How many neighbouring heads share W^k and W^v.</param>
    /// <exception cref="ArgumentException">A bias has another size than its matrices have rows, or an entry is NaN or infinite.</exception>
    internal ProjectionBiases<T>[] Split(IReadOnlyList<SelfAttention<T>> heads, int headsPerKey)
    {
        SelfAttention<T>[] owners = [.. heads.Where((_, index) => index % headsPerKey == 0)];
        Vector<T>?[] queries = Split(Query, $"biases.{nameof(Query)}", "W^q", heads.Select(head => head.QueryWeights));
        Vector<T>?[] keys = Split(Key, $"biases.{nameof(Key)}", "W^k", owners.Select(head => head.KeyWeights));
        Vector<T>?[] values = Split(Value, $"biases.{nameof(Value)}", "W^v", owners.Select(head => head.ValueWeights));
        return [.. heads.Select((_, head) => new ProjectionBiases<T> { Query = queries[head], Key = keys[head / headsPerKey], Value = values[head / headsPerKey] })];
    }

    private static Vector<T>?[] Split(Vector<T>? stacked, string name, string weights, IEnumerable<Matrix<T>> matrices)
    {
        int[] sizes = [.. matrices.Select(matrix => matrix.RowCount)];
        if (stacked is null) return new Vector<T>?[sizes.Length];
        string of = sizes.Length == 1 ? weights : $"{weights} of {sizes.Length} heads";
        Check.Bias(stacked, sizes.Sum(), of, name, argument: "biases");
        T[] entries = stacked.ToArray();
        int end = 0;
        return [.. sizes.Select(size => Vector<T>.Build.Dense(entries[end..(end += size)]))];
    }
}
