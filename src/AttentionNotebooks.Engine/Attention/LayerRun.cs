using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Heads side by side on one input: the way from I to the output of every head.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="heads">The heads.</param>
/// <param name="headsPerKey">How many neighbouring heads share W^k and W^v.</param>
/// <param name="input">I, r×n; where queries come from.</param>
/// <param name="source">Where keys and values come from, r×n_k.</param>
/// <param name="mask">Which query sees which key; null: each sees all.</param>
internal sealed class LayerRun<T>(SelfAttention<T>[] heads, int headsPerKey, Matrix<T> input, Matrix<T> source, AttentionMask? mask)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dictionary<(double Base, int Size), RotaryAngles<T>> angles = [];

    private int QueryCount => input.ColumnCount;

    private int KeyCount => source.ColumnCount;

    /// <summary>The multiply-adds of all heads with their projections.</summary>
    internal double MultiplyAdds => ProjectedHeads<T>.MultiplyAdds(heads, headsPerKey, QueryCount, KeyCount)
        + heads.Sum(head => (double)QueryCount * KeyCount * (head.HeadSize + head.ValueSize + HeadWork<T>.ExponentialCost));

    /// <summary>Writes the outputs of the heads one below the other, (h·v)×n.</summary>
    internal void Attend(ArraySegment<T> stacked, Workload workload)
    {
        using ArrayLoan<T> loan = new();
        ProjectedHeads<T> projected = ProjectedHeads<T>.Of(heads, headsPerKey, input, source, workload, loan.Rent);
        for (int head = 0; head < heads.Length; head++) Rotate(heads[head], projected.Queries[head], QueryCount);
        for (int owner = 0; owner < projected.Keys.Length; owner++) Rotate(heads[owner * headsPerKey], projected.Keys[owner], KeyCount);

        int row = 0, step = heads.Sum(head => head.ValueSize);
        HeadWork<T>[] work = new HeadWork<T>[heads.Length];
        for (int head = 0; head < work.Length; row += heads[head].ValueSize, head++)
            work[head] = Work(heads[head], projected.Queries[head], projected.Keys[head / headsPerKey], projected.Values[head / headsPerKey], stacked[row..], step);
        HeadsRun.Run(work, mask, workload);
    }

    /// <summary>Every intermediate of every head.</summary>
    internal TraceMatrices<T>[] Trace(Workload workload)
    {
        int perHead = 2 + (mask is null ? 0 : 1), biased = heads.Count(head => head.Alibi is not null);
        MemoryCheck.PerPair<T>("Scores and weights of all heads", (heads.Length * perHead) + biased, KeyCount, QueryCount);
        ProjectedHeads<T> projected = ProjectedHeads<T>.Of(heads, headsPerKey, input, source, workload, Arrays);
        Matrix<T>?[] rotatedKeys = [.. projected.Keys.Select((keys, owner) => Rotated(heads[owner * headsPerKey], keys, KeyCount))];
        TraceMatrices<T>[] traces = [.. heads.Select((head, index) => Empty(head, projected, index, rotatedKeys[index / headsPerKey]))];
        HeadsRun.Run([.. traces.Select((trace, index) => Work(heads[index], trace))], mask, workload);
        return traces;
    }

    private TraceMatrices<T> Empty(SelfAttention<T> head, ProjectedHeads<T> projected, int index, Matrix<T>? rotatedKeys) => new()
    {
        Queries = MatrixStorage.Over(projected.Queries[index], QueryCount),
        Keys = MatrixStorage.Over(projected.Keys[index / headsPerKey], KeyCount),
        Values = MatrixStorage.Over(projected.Values[index / headsPerKey], KeyCount),
        RotatedQueries = Rotated(head, projected.Queries[index], QueryCount),
        RotatedKeys = rotatedKeys,
        Scores = PerPair(),
        BiasedScores = head.Alibi is null ? null : PerPair(),
        MaskedScores = mask is null ? null : PerPair(),
        Weights = PerPair(),
        Output = MatrixStorage.Uninitialized<T>(head.ValueSize, QueryCount, out _),
    };

    private HeadWork<T> Work(SelfAttention<T> head, TraceMatrices<T> trace) =>
        Work(
            head,
            (trace.RotatedQueries ?? trace.Queries).ColumnMajorArray(),
            (trace.RotatedKeys ?? trace.Keys).ColumnMajorArray(),
            trace.Values.ColumnMajorArray(),
            trace.Output.ColumnMajorArray(),
            head.ValueSize) with
        {
            Scores = trace.Scores.ColumnMajorArray(),
            BiasedScores = trace.BiasedScores?.ColumnMajorArray(),
            MaskedScores = trace.MaskedScores?.ColumnMajorArray(),
            Weights = trace.Weights.ColumnMajorArray(),
        };

    private HeadWork<T> Work(
        SelfAttention<T> head, ArraySegment<T> queries, ArraySegment<T> keys, ArraySegment<T> values, ArraySegment<T> output, int outputStep) => new()
        {
            Queries = queries,
            Keys = keys,
            Values = values,
            Output = output,
            OutputStep = outputStep,
            QueryCount = QueryCount,
            KeyCount = KeyCount,
            Rule = head.Rule,
        };

    private static ArraySegment<T>[] Arrays(int[] lengths) => [.. lengths.Select(length => GC.AllocateUninitializedArray<T>(length))];

    private Matrix<T> PerPair() => MatrixStorage.Uninitialized<T>(KeyCount, QueryCount, out _);

    private Matrix<T>? Rotated(SelfAttention<T> head, ArraySegment<T> vectors, int count)
    {
        if (head.Rotary is null) return null;
        T[] copy = vectors.ToArray();
        Rotate(head, copy, count);
        return MatrixStorage.Over<T>(copy, count);
    }

    private void Rotate(SelfAttention<T> head, ArraySegment<T> vectors, int count)
    {
        if (head.Rotary is not { } rotary) return;
        (double, int) key = (rotary.WavelengthBase, vectors.Count / count);
        if (!angles.TryGetValue(key, out RotaryAngles<T>? known))
            angles[key] = known = new RotaryAngles<T>(key.Item1, key.Item2, 0, Math.Max(QueryCount, KeyCount));
        rotary.Rotate(vectors, known);
    }
}
