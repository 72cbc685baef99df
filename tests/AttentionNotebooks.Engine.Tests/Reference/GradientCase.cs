using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>A head, its sentences, and a loss L = Σ G ∘ O with a random G: what the backward pass says of it, held against finite differences.</summary>
/// <remarks>
/// ReLU and sparsemax have kinks, where neither side has a derivative: numbers are drawn anew until every allowed score is far from one, farther
/// than the small steps of all differences together can take it.
/// </remarks>
internal sealed class GradientCase
{
    /// <summary>A step changes a number by at most 2.5e-4, and a score by at most some twenty times that.</summary>
    private const double AwayFromKinks = 0.01;

    private static readonly AttentionQuantity[] Steps =
    [
        AttentionQuantity.Output, AttentionQuantity.Weights, AttentionQuantity.Scores,
        AttentionQuantity.Queries, AttentionQuantity.Keys, AttentionQuantity.Values,
    ];

    private readonly NormalisationCase normalisation;
    private readonly PositionCase position;
    private readonly AttentionMask? mask;
    private readonly Score<double> score;
    private readonly Matrix<double> queryWeights, keyWeights, valueWeights, input, given;
    private readonly Matrix<double>? source, queryBias, keyBias, valueBias;
    private readonly Matrix<double>[] scoreMatrices;

    private GradientCase(Sizes sizes, ScoreKind score, NormalisationCase normalisation, MaskCase mask, PositionCase position, bool hasBiases, int seed)
    {
        this.normalisation = normalisation;
        this.position = position;
        this.mask = mask.Engine(sizes.SourceTokens, sizes.Tokens);
        this.score = ScoreCase<double>.Of(score, sizes.Query, sizes.Key, seed).Engine;
        scoreMatrices = [.. this.score.LearnedMatrices.Select(matrix => matrix.Values)];
        queryWeights = Draw(sizes.Query, sizes.Model, 3);
        keyWeights = Draw(sizes.Key, sizes.SourceModel, 4);
        valueWeights = Draw(sizes.Value, sizes.SourceModel, 5);
        input = position.ApplyTo(Draw(sizes.Model, sizes.Tokens, 6));
        given = Draw(sizes.Value, sizes.Tokens, 7);
        if (sizes.IsCross) source = position.ApplyTo(Draw(sizes.SourceModel, sizes.SourceTokens, 8));
        if (hasBiases) (queryBias, keyBias, valueBias) = (Draw(sizes.Query, 1, 9), Draw(sizes.Key, 1, 10), Draw(sizes.Value, 1, 11));

        Matrix<double> Draw(int rows, int columns, int offset) => Samples.DrawMatrix<double>(rows, columns, seed + offset);
    }

    private double Loss => Head().Attend(input, source, mask).PointwiseMultiply(given).Enumerate().Sum();

    public static GradientCase Of(
        Sizes sizes,
        ScoreKind score = ScoreKind.ScaledDotProduct,
        NormalisationCase normalisation = NormalisationCase.Softmax,
        MaskCase mask = MaskCase.None,
        PositionCase position = PositionCase.None,
        bool hasBiases = false) =>
        Enumerable.Range(1, 1000)
            .Select(draw => new GradientCase(sizes, score, normalisation, mask, position, hasBiases, seed: 100 * draw))
            .First(one => one.IsSmooth());

    public AttentionTrace<double> Trace() => Head().Trace(input, source is null ? null : (LabelledMatrix<double>)source, mask);

    /// <summary>All that is given and learned: differences of Attend, which nothing of the backward pass has a part in.</summary>
    public void AgreesWithDifferencesOfAttend()
    {
        AttentionTraceGradients<double> gradients = Trace().Backward(given);
        Agree(gradients.Input, input, "I");
        if (source is not null) Agree(gradients.Source, source, "S");
        Agree(gradients.QueryWeights, queryWeights, "W^q");
        Agree(gradients.KeyWeights, keyWeights, "W^k");
        Agree(gradients.ValueWeights, valueWeights, "W^v");
        if (queryBias is not null) Agree(gradients.QueryBias!, queryBias, "b^q");
        if (keyBias is not null) Agree(gradients.KeyBias!, keyBias, "b^k");
        if (valueBias is not null) Agree(gradients.ValueBias!, valueBias, "b^v");
        Assert.Equal(scoreMatrices.Length, gradients.ScoreMatrices.Count);
        for (int index = 0; index < scoreMatrices.Length; index++) Agree(gradients.ScoreMatrices[index], scoreMatrices[index], $"{score.LearnedMatrices[index].Symbol} of the score");
    }

    /// <summary>Each step in between.</summary>
    public void AgreesWithDifferencesOfEachStep()
    {
        AttentionTrace<double> trace = Trace();
        Loss<double> loss = AttentionNotebooks.Loss.Custom<double>(output => output.PointwiseMultiply(given).Enumerate().Sum(), _ => given);
        AttentionQuantity[] rotated = trace.RotatedQueries is null ? [] : [AttentionQuantity.RotatedQueries, AttentionQuantity.RotatedKeys];
        foreach (AttentionQuantity quantity in Steps.Concat(rotated))
        {
            GradientCheck check = GradientCheck.Of(trace, loss, quantity);
            if (!(check.GreatestRelativeError <= 1e-6)) Assert.Fail($"dL/d{quantity} is off by {check.GreatestRelativeError:R} of itself.");
        }
    }

    private SelfAttention<double> Head() => position.ApplyTo(SelfAttention
        .FromWeights(queryWeights, keyWeights, valueWeights, score.WithLearned(scoreMatrices))
        .With(normalisation.Engine())
        .With(new ProjectionBiases<double> { Query = queryBias?.Column(0), Key = keyBias?.Column(0), Value = valueBias?.Column(0) }));

    private void Agree(LabelledMatrix<double> gradient, Matrix<double> values, string what) => FiniteDifferences.Agree(gradient, values, () => Loss, what);

    private bool IsSmooth()
    {
        AttentionTrace<double> trace = Trace();
        return Enumerable.Range(0, trace.Weights.Values.ColumnCount).All(query => normalisation switch
        {
            NormalisationCase.Relu or NormalisationCase.ReluPerKey => IsAway(query, 0),
            NormalisationCase.Sparsemax => IsAway(query, Threshold(query)),
            _ => true,
        });

        bool IsAway(int query, double kink) => trace.NormalisedScores.Values.Column(query).All(score => Math.Abs(score - kink) > AwayFromKinks);

        // A weight above zero is its score less the threshold.
        double Threshold(int query) => Enumerable.Range(0, trace.Weights.Values.RowCount)
            .Where(key => trace.Weights[key, query] > 0)
            .Select(key => trace.NormalisedScores[key, query] - trace.Weights[key, query])
            .FirstOrDefault(double.PositiveInfinity);
    }
}
