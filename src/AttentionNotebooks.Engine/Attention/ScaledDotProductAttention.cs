using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Attention of some heads from their Q, K and V: O = V·softmax(KᵀQ / √q), without learned matrices (Vaswani et al. 2017, equation 1).</summary>
/// <remarks>
/// Memory does not grow with n²: scores and weights exist in small blocks only, unless the weights are asked for (FlashAttention, Dao et al. 2022).
/// Entries are taken as they are: infinite scores and NaN do what <see cref="Normalisation"/> says. The same bits on any number of threads; safe to call from many.
/// Dense matrices are read and written where they lie, others are copied first.
/// </remarks>
public static class ScaledDotProductAttention
{
    /// <summary>The outputs alone.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="queries">Q of each of the h heads, q×n; one query is one column.</param>
    /// <param name="keys">K of each of the g key heads, q×n_k, where g divides h: neighbouring heads share one (grouped-query attention, Ainslie et al. 2023).</param>
    /// <param name="values">V of each of the g key heads, v×n_k.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <param name="options">On how many cores, until when; null: all cores.</param>
    /// <returns>O of each head, v×n.</returns>
    /// <exception cref="ArgumentException">A count or a shape does not fit the others, a matrix is empty, or the mask has another size.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public static Matrix<T>[] Attend<T>(
        IReadOnlyList<Matrix<T>> queries, IReadOnlyList<Matrix<T>> keys, IReadOnlyList<Matrix<T>> values, AttentionMask? mask = null, ComputeOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(queries, keys, values, mask);
        Matrix<T>[] outputs = new Matrix<T>[queries.Count];
        T[][] storage = new T[outputs.Length][];
        for (int head = 0; head < outputs.Length; head++)
            outputs[head] = MatrixStorage.Uninitialized(values[0].RowCount, queries[0].ColumnCount, out storage[head]);
        Run(Heads(storage, queries, keys, values, weights: null), mask, options);
        return outputs;
    }

    /// <summary>The outputs, and the weights where they are wanted, written into matrices that are there already.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">O of each head, v×n, dense. Half written where the call is cancelled.</param>
    /// <param name="queries">Q of each of the h heads, q×n; one query is one column.</param>
    /// <param name="keys">K of each of the g key heads, q×n_k, where g divides h.</param>
    /// <param name="values">V of each of the g key heads, v×n_k.</param>
    /// <param name="weights">A′ of each head, n_k×n, dense; written like <paramref name="outputs"/>. Null: not kept.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <param name="options">On how many cores, until when; null: all cores.</param>
    /// <exception cref="ArgumentException">A count or a shape does not fit the others, a matrix is empty, a destination is not dense or one of the inputs, or the mask has another size.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public static void AttendInto<T>(
        IReadOnlyList<Matrix<T>> outputs,
        IReadOnlyList<Matrix<T>> queries,
        IReadOnlyList<Matrix<T>> keys,
        IReadOnlyList<Matrix<T>> values,
        IReadOnlyList<Matrix<T>>? weights = null,
        AttentionMask? mask = null,
        ComputeOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(queries, keys, values, mask);
        Matrix<T>[] inputs = [.. queries, .. keys, .. values];
        T[][] storage = Destinations(outputs, nameof(outputs), new Shape(values[0].RowCount, queries[0].ColumnCount), queries.Count, inputs);
        T[][]? kept = weights is null
            ? null
            : Destinations(weights, nameof(weights), new Shape(keys[0].ColumnCount, queries[0].ColumnCount), queries.Count, inputs);
        Run(Heads(storage, queries, keys, values, kept), mask, options);
    }

    /// <summary>The outputs, and the gradients of Q, K and V from those of the outputs: the forward and the backward pass.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="queries">Q of each of the h heads, q×n; one query is one column.</param>
    /// <param name="keys">K of each of the g key heads, q×n_k, where g divides h.</param>
    /// <param name="values">V of each of the g key heads, v×n_k.</param>
    /// <param name="outputGradients">dL/dO of each of the h heads, v×n, for any loss L.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <param name="options">On how many cores, until when; null: all cores. Heads are shared out, so more cores than key heads find no work in the backward pass.</param>
    /// <returns>Outputs and gradients. A query that sees no key has a gradient of zeros.</returns>
    /// <remarks>The weights are computed a second time instead of being kept, so memory does not grow with n² (FlashAttention, Dao et al. 2022, algorithm 4).</remarks>
    /// <exception cref="ArgumentException">A count or a shape does not fit the others, a matrix is empty, or the mask has another size.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public static AttentionGradients<T> Gradients<T>(
        IReadOnlyList<Matrix<T>> queries,
        IReadOnlyList<Matrix<T>> keys,
        IReadOnlyList<Matrix<T>> values,
        IReadOnlyList<Matrix<T>> outputGradients,
        AttentionMask? mask = null,
        ComputeOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(queries, keys, values, mask);
        AttentionNotebooks.Check.AlikeAndNotEmpty(outputGradients);
        AttentionNotebooks.Check.SameCount(outputGradients, nameof(outputGradients), queries, nameof(queries));
        AttentionNotebooks.Check.SameRows(outputGradients[0], nameof(outputGradients), values[0], nameof(values));
        AttentionNotebooks.Check.SameColumns(outputGradients[0], nameof(outputGradients), queries[0], nameof(queries));
        return new GradientRun<T>(queries, keys, values, outputGradients, mask).Run(options);
    }

    private static void Run<T>(HeadWork<T>[] heads, AttentionMask? mask, ComputeOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T> => HeadsRun.Run(heads, mask, new Workload(options, heads.Length * heads[0].MultiplyAdds));

    internal static HeadWork<T>[] Heads<T>(
        T[][] outputs, IReadOnlyList<Matrix<T>> queries, IReadOnlyList<Matrix<T>> keys, IReadOnlyList<Matrix<T>> values, T[][]? weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadWork<T>[] heads = new HeadWork<T>[queries.Count];
        int share = queries.Count / keys.Count;
        for (int head = 0; head < heads.Length; head++)
        {
            heads[head] = new HeadWork<T>
            {
                Queries = queries[head].ColumnMajorArray(),
                Keys = keys[head / share].ColumnMajorArray(),
                Values = values[head / share].ColumnMajorArray(),
                Output = outputs[head],
                OutputStep = values[0].RowCount,
                QueryCount = queries[0].ColumnCount,
                KeyCount = keys[0].ColumnCount,
                Weights = weights?[head],
                Rule = AttentionRule<T>.Default,
            };
        }

        return heads;
    }

    private static void Check<T>(IReadOnlyList<Matrix<T>> queries, IReadOnlyList<Matrix<T>> keys, IReadOnlyList<Matrix<T>> values, AttentionMask? mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AttentionNotebooks.Check.AlikeAndNotEmpty(queries);
        AttentionNotebooks.Check.AlikeAndNotEmpty(keys);
        AttentionNotebooks.Check.AlikeAndNotEmpty(values);
        AttentionNotebooks.Check.SameCount(values, nameof(values), keys, nameof(keys));
        AttentionNotebooks.Check.DivisorOfCount(keys, nameof(keys), queries, nameof(queries));
        AttentionNotebooks.Check.SameRows(keys[0], nameof(keys), queries[0], nameof(queries));
        AttentionNotebooks.Check.SameColumns(values[0], nameof(values), keys[0], nameof(keys));
        mask?.CheckFits(keys[0].ColumnCount, queries[0].ColumnCount);
    }

    private static T[][] Destinations<T>(IReadOnlyList<Matrix<T>> matrices, string name, Shape shape, int heads, Matrix<T>[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(matrices, name);
        if (matrices.Count != heads) throw new ArgumentException($"{name} must hold one matrix for each of the {heads} heads: it holds {matrices.Count}.", name);
        return [.. matrices.Select((matrix, head) => AttentionNotebooks.Check.Destination(matrix, shape, $"{name}[{head}]", name, inputs))];
    }
}
