using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The state dict of PyTorch's <c>nn.MultiheadAttention</c>.</summary>
/// <remarks>
/// Where keys and values have as many features as queries, W^q, W^k and W^v of all heads stand one below the other in <c>in_proj_weight</c>; where not, apart.
/// The biases stand one below the other in both cases. A matrix is out×in there as here.
/// </remarks>
internal static class MultiHeadStateDict
{
    private const string InputWeights = "in_proj_weight", InputBias = "in_proj_bias", OutputWeights = "out_proj.weight", OutputBias = "out_proj.bias";

    private static readonly string[] ApartWeights = ["q_proj_weight", "k_proj_weight", "v_proj_weight"];

    internal static MultiHeadAttention<T> Read<T>(SafeTensorFile file, int heads, string prefix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        StateDict<T> state = new(file, prefix);
        int size = state.ShapeOf(OutputWeights).Rows;
        if (size % heads != 0) throw new InvalidDataException($"The model size of the file must be a multiple of the {heads} heads: '{prefix}{OutputWeights}' has {size} rows.");
        Matrix<T>[][] parts = [.. ReadInputWeights(state, size).Select(weights => Blocks(weights, heads))];
        MultiHeadAttention<T> layer = MultiHeadAttention.FromWeights(parts[0], parts[1], parts[2], state.Take(OutputWeights, size, size));
        if (state.Has(InputBias) || state.Has(OutputBias)) layer = WithBiases(layer, state, size);
        state.MustHoldNothingElse();
        return layer;
    }

    internal static IReadOnlyList<SafeTensor> Write<T>(MultiHeadAttention<T> layer, string prefix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        MustFit(layer);
        Matrix<T>[] weights = [Stack(layer, head => head.QueryWeights), Stack(layer, head => head.KeyWeights), Stack(layer, head => head.ValueWeights)];
        List<SafeTensor> tensors = [SafeTensor.Of(prefix + OutputWeights, layer.OutputWeights)];
        if (weights[1].ColumnCount == layer.ModelSize) tensors.Add(SafeTensor.Of(prefix + InputWeights, MultiHeadAttention<T>.Stack(weights)));
        else tensors.AddRange(ApartWeights.Zip(weights, (name, matrix) => SafeTensor.Of(prefix + name, matrix)));
        if (HasBiases(layer)) tensors.AddRange(WriteBiases(layer, prefix));
        return tensors;
    }

    private static Matrix<T>[] ReadInputWeights<T>(StateDict<T> state, int size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (state.Has(InputWeights)) return Blocks(state.Take(InputWeights, 3L * size, size), 3);
        int sourceSize = state.ShapeOf(ApartWeights[1]).Columns;
        return [state.Take(ApartWeights[0], size, size), state.Take(ApartWeights[1], size, sourceSize), state.Take(ApartWeights[2], size, sourceSize)];
    }

    private static MultiHeadAttention<T> WithBiases<T>(MultiHeadAttention<T> layer, StateDict<T> state, int size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Vector<T>[] biases = [.. Blocks(state.Take(InputBias, 3L * size), 3).Select(bias => bias.Column(0))];
        return layer
            .With(new ProjectionBiases<T> { Query = biases[0], Key = biases[1], Value = biases[2] })
            .WithOutputBias(state.Take(OutputBias, size).Column(0));
    }

    private static IEnumerable<SafeTensor> WriteBiases<T>(MultiHeadAttention<T> layer, string prefix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        IEnumerable<T> queries = layer.Heads.SelectMany(head => OrZeros(head.QueryBias, head.HeadSize));
        IEnumerable<T> keys = layer.Heads.SelectMany(head => OrZeros(head.KeyBias, head.HeadSize));
        IEnumerable<T> values = layer.Heads.SelectMany(head => OrZeros(head.ValueBias, head.ValueSize));
        yield return SafeTensor.Of(prefix + InputBias, Vector<T>.Build.DenseOfEnumerable([.. queries, .. keys, .. values]));
        yield return SafeTensor.Of(prefix + OutputBias, Vector<T>.Build.DenseOfEnumerable(OrZeros(layer.OutputBias, layer.ModelSize)));
    }

    /// <summary>PyTorch has all biases or none.</summary>
    private static bool HasBiases<T>(MultiHeadAttention<T> layer)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        layer.OutputBias is not null || layer.Heads.Any(head => (head.QueryBias ?? head.KeyBias ?? head.ValueBias) is not null);

    private static IEnumerable<T> OrZeros<T>(Vector<T>? bias, int size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => bias ?? Enumerable.Repeat(T.Zero, size);

    private static Matrix<T>[] Blocks<T>(Matrix<T> stacked, int count)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        int rows = stacked.RowCount / count;
        return [.. Enumerable.Range(0, count).Select(block => stacked.SubMatrix(block * rows, rows, 0, stacked.ColumnCount))];
    }

    private static Matrix<T> Stack<T>(MultiHeadAttention<T> layer, Func<SelfAttention<T>, Matrix<T>> weights)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => MultiHeadAttention<T>.Stack([.. layer.Heads.Select(weights)]);

    /// <summary>Throws where PyTorch would compute something else with these weights.</summary>
    private static void MustFit<T>(MultiHeadAttention<T> layer)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (layer.KeyValueHeads != layer.Heads.Count) throw Unfit($"its {layer.Heads.Count} heads share {layer.KeyValueHeads} keys and values");
        for (int index = 0; index < layer.Heads.Count; index++)
        {
            SelfAttention<T> head = layer.Heads[index];
            if (head.Score.Kind != ScoreKind.ScaledDotProduct) throw Unfit($"head {index} has another score than the scaled dot product: {head.Score.Kind}");
            if (head.Normalisation is not SoftmaxNormalisation { Temperature: 1 }) throw Unfit($"head {index} has another normalisation than softmax");
            if (head.Rotary is not null || head.Alibi is not null) throw Unfit($"head {index} has positions");
            if (head.HeadSize * layer.Heads.Count != layer.ModelSize || head.ValueSize != head.HeadSize)
                throw Unfit($"head {index} has queries of {head.HeadSize} and values of {head.ValueSize}, not {layer.ModelSize}/{layer.Heads.Count}");
        }
    }

    private static InvalidOperationException Unfit(string why) => new($"The layer must be such as nn.MultiheadAttention computes: {why}.");
}
