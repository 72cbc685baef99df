using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>A layer of heads with biases, causal, and a loss L = Σ G ∘ O with a random G: what the backward pass says of it, held against finite differences.</summary>
internal sealed class LayerGradientCase
{
    private const int Model = 3, Size = 2, ValueSize = 2, Tokens = 3, SourceTokens = 4;

    private readonly Score<double> score;
    private readonly Matrix<double>[] queryWeights, keyWeights, valueWeights, scoreMatrices;
    private readonly Matrix<double> outputWeights, input, given, queryBias, keyBias, valueBias, outputBias;
    private readonly Matrix<double>? source;
    private int seed;

    public LayerGradientCase(int heads, int keyHeads, ScoreKind score, bool isCross)
    {
        this.score = ScoreCase<double>.Of(score, Size, Size, seed: 1_000).Engine;
        scoreMatrices = [.. this.score.LearnedMatrices.Select(matrix => matrix.Values)];
        queryWeights = [.. Enumerable.Range(0, heads).Select(_ => Draw(Size, Model))];
        keyWeights = [.. Enumerable.Range(0, keyHeads).Select(_ => Draw(Size, Model))];
        valueWeights = [.. Enumerable.Range(0, keyHeads).Select(_ => Draw(ValueSize, Model))];
        (queryBias, keyBias, valueBias, outputBias) = (Draw(heads * Size, 1), Draw(keyHeads * Size, 1), Draw(keyHeads * ValueSize, 1), Draw(Model, 1));
        (outputWeights, input, given) = (Draw(Model, heads * ValueSize), Draw(Model, Tokens), Draw(Model, Tokens));
        if (isCross) source = Draw(Model, SourceTokens);
    }

    private double Loss => Layer().Attend(input, source, AttentionMask.Causal).PointwiseMultiply(given).Enumerate().Sum();

    public MultiHeadTrace<double> Trace() => Layer().Trace(input, source is null ? null : (LabelledMatrix<double>)source, AttentionMask.Causal);

    /// <summary>All that is given and learned: differences of Attend, which nothing of the backward pass has a part in.</summary>
    public void AgreesWithDifferencesOfAttend()
    {
        MultiHeadGradients<double> gradients = Trace().Backward(given);
        Agree([gradients.Input], [input], "I");
        if (source is not null) Agree([gradients.Source], [source], "S");
        Agree([.. gradients.Heads.Select(head => head.QueryWeights)], queryWeights, "W^q");
        Agree(gradients.KeyWeights, keyWeights, "W^k");
        Agree(gradients.ValueWeights, valueWeights, "W^v");
        Agree([gradients.OutputWeights], [outputWeights], "W^o");
        Agree([gradients.OutputBias!], [outputBias], "b^o");
        Agree([Stacked(gradients.Heads.Select(head => head.QueryBias))], [queryBias], "b^q");
        Agree([Stacked(gradients.KeyBiases)], [keyBias], "b^k");
        Agree([Stacked(gradients.ValueBiases)], [valueBias], "b^v");
        Assert.All(gradients.ScoreMatrices, matrices => Agree(matrices, scoreMatrices, "W of the score"));
    }

    private static LabelledMatrix<double> Stacked(IEnumerable<LabelledMatrix<double>?> biases) =>
        biases.Select(bias => bias!.Values).Aggregate((upper, lower) => upper.Stack(lower));

    private MultiHeadAttention<double> Layer() => MultiHeadAttention
        .FromWeights(queryWeights, keyWeights, valueWeights, outputWeights)
        .With(score.WithLearned(scoreMatrices))
        .With(new ProjectionBiases<double> { Query = queryBias.Column(0), Key = keyBias.Column(0), Value = valueBias.Column(0) })
        .WithOutputBias(outputBias.Column(0));

    private void Agree(IReadOnlyList<LabelledMatrix<double>> gradients, Matrix<double>[] values, string what)
    {
        Assert.Equal(values.Length, gradients.Count);
        for (int index = 0; index < values.Length; index++) FiniteDifferences.Agree(gradients[index], values[index], () => Loss, $"{what} {index}");
    }

    private Matrix<double> Draw(int rows, int columns) => Samples.DrawMatrix<double>(rows, columns, ++seed);
}
