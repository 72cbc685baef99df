using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>One head as <c>head.json</c> holds it.</summary>
internal sealed record GoldenHead(
    string Precision,
    string Name,
    double[][] Input,
    double[][]? Source,
    double[][] QProjWeight,
    double[][] KProjWeight,
    double[][] VProjWeight,
    string Score,
    double[][]? ScoreQueryWeights,
    double[][]? ScoreKeyWeights,
    double[]? ScoreCombination,
    double[][]? ScoreWeights,
    string Normalisation,
    double? Temperature,
    bool[][]? Allows,
    string? Rotary,
    double? Slope,
    bool Sinusoidal,
    double[][] Queries,
    double[][] Keys,
    double[][] Values,
    double[][] Scores,
    double[][] Weights,
    double[][] Output,
    double[][]? OutputGradient,
    GoldenGradients? Gradients)
{
    private NormalisationCase NormalisationCase => (Normalisation, Temperature) switch
    {
        ("softmax", null) => NormalisationCase.Softmax,
        ("softmax", 0.25) => NormalisationCase.SoftmaxSharpened,
        ("softmax", 4) => NormalisationCase.SoftmaxFlattened,
        ("relu", _) => NormalisationCase.Relu,
        ("relu_per_key", _) => NormalisationCase.ReluPerKey,
        ("sigmoid", _) => NormalisationCase.Sigmoid,
        ("sparsemax", _) => NormalisationCase.Sparsemax,
        _ => throw new InvalidDataException(Normalisation),
    };

    private string[] ScoreNames => Score switch
    {
        "additive" => ["score_query_weights", "score_key_weights", "score_combination"],
        "bilinear" => ["score_weights"],
        _ => [],
    };

    public void CheckGradients<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AttentionTrace<T> trace = HeadOf(ScoreOf<T>().Engine).Trace(
            GoldenFile.Columns<T>(Input), Source is null ? null : (LabelledMatrix<T>)GoldenFile.Columns<T>(Source), GoldenFile.Mask(Allows, null));
        AttentionTraceGradients<T> gradients = trace.Backward(GoldenFile.Columns<T>(OutputGradient!));
        Gradients!.AgreeOnTokens("output", gradients.Output);
        Gradients.AgreeOnTokens("weights", gradients.Weights);
        Gradients.AgreeOnTokens("scores", gradients.Scores);
        Gradients.AgreeOnTokens("queries", gradients.Queries);
        Gradients.AgreeOnTokens("keys", gradients.Keys);
        Gradients.AgreeOnTokens("values", gradients.Values);
        Gradients.AgreeOnTokens("input", gradients.Input);
        if (Source is not null) Gradients.AgreeOnTokens("source", gradients.Source);
        Gradients.AgreeOnLearned("q_proj_weight", gradients.QueryWeights);
        Gradients.AgreeOnLearned("k_proj_weight", gradients.KeyWeights);
        Gradients.AgreeOnLearned("v_proj_weight", gradients.ValueWeights);
        Assert.Equal(ScoreNames.Length, gradients.ScoreMatrices.Count);
        foreach ((string name, LabelledMatrix<T> gradient) in ScoreNames.Zip(gradients.ScoreMatrices)) Gradients.AgreeOnLearned(name, gradient);
    }

    public void Check<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ScoreCase<T> score = ScoreOf<T>();
        SelfAttention<T> head = HeadOf(score.Engine);
        Matrix<T> input = Placed<T>(Input), source = Placed<T>(Source ?? Input);
        AttentionMask? mask = GoldenFile.Mask(Allows, null);
        AttentionTrace<T> trace = head.Trace(input, source, mask);
        Matrix<double> weights = GoldenFile.Columns<double>(Weights);

        // Both sides have rounded, so twice the bound.
        RoundingBound bound = RoundingBound.Of(head, score.Magnitude, NormalisationCase.Sensitivity(), input, source, weights.Enumerate().Max());
        // Weights lie in [−1, 1], inputs with their positions in [−2, 2].
        double projection = 2 * RoundingBound.Sum<T>(input.RowCount, 2 * input.RowCount);
        Near.Equal(GoldenFile.Columns<double>(Queries), trace.Queries.Values, projection, "Q");
        Near.Equal(GoldenFile.Columns<double>(Keys), trace.Keys.Values, projection, "K");
        Near.Equal(GoldenFile.Columns<double>(Values), trace.Values.Values, projection, "V");
        Near.Equal(GoldenFile.Columns<double>(Scores), (trace.BiasedScores ?? trace.Scores).Values, 2 * bound.Scores, "A");
        Near.Equal(weights, trace.Weights.Values, 2 * bound.Weights, "A′");
        Near.Equal(GoldenFile.Columns<double>(Output), head.Attend(input, source, mask), 2 * bound.Output, "O");
    }

    private ScoreCase<T> ScoreOf<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => Score switch
        {
            "dot_product" => ScoreCase<T>.DotProduct(),
            "scaled_dot_product" => ScoreCase<T>.ScaledDotProduct(),
            "additive" => ScoreCase<T>.Additive(
                GoldenFile.Rows<T>(ScoreQueryWeights!), GoldenFile.Rows<T>(ScoreKeyWeights!), ScoreCombination!.ToVector<T>()),
            "bilinear" => ScoreCase<T>.Bilinear(GoldenFile.Rows<T>(ScoreWeights!)),
            _ => throw new InvalidDataException(Score),
        };

    private SelfAttention<T> HeadOf<T>(Score<T> score)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SelfAttention<T> head = SelfAttention
            .FromWeights(GoldenFile.Rows<T>(QProjWeight), GoldenFile.Rows<T>(KProjWeight), GoldenFile.Rows<T>(VProjWeight), score)
            .With(NormalisationCase.Engine());
        if (Slope is { } slope) head = head.With(Alibi.WithSlopes(slope));
        if (Rotary is { } layout) head = head.With(new RotaryPositions(layout: Enum.Parse<RotaryLayout>(layout, ignoreCase: true)));
        return head;
    }

    private Matrix<T> Placed<T>(double[][] tokens)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (Sinusoidal ? PositionCase.Sinusoidal : PositionCase.None).ApplyTo(GoldenFile.Columns<T>(tokens));
}
