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
    double[][] Scores,
    double[][] Weights,
    double[][] Output)
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
