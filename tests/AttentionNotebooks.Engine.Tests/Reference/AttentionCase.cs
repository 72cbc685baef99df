using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>The engine's head and its oracle, made from the same numbers.</summary>
internal sealed class AttentionCase<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly Matrix<T>? source;
    private readonly AttentionMask? mask;

    public AttentionCase(
        Sizes sizes,
        ScoreKind score = ScoreKind.ScaledDotProduct,
        NormalisationCase normalisation = NormalisationCase.Softmax,
        MaskCase mask = MaskCase.None,
        PositionCase position = PositionCase.None,
        int seed = 1,
        BiasCase biases = BiasCase.None)
    {
        Matrix<T> queryWeights = Samples.DrawMatrix<T>(sizes.Query, sizes.Model, seed);
        Matrix<T> keyWeights = Samples.DrawMatrix<T>(sizes.Key, sizes.SourceModel, seed + 1);
        Matrix<T> valueWeights = Samples.DrawMatrix<T>(sizes.Value, sizes.SourceModel, seed + 2);
        Matrix<T> input = Samples.DrawMatrix<T>(sizes.Model, sizes.Tokens, seed + 3);
        Matrix<T> from = sizes.IsCross ? Samples.DrawMatrix<T>(sizes.SourceModel, sizes.SourceTokens, seed + 4) : input;
        ProjectionBiases<T> own = biases.Draw<T>(sizes.Query, sizes.Key, sizes.Value, seed + 6);
        ScoreCase<T> scores = ScoreCase<T>.Of(score, sizes.Query, sizes.Key, seed + 5);

        Input = position.ApplyTo(input);
        source = sizes.IsCross ? position.ApplyTo(from) : null;
        this.mask = mask.Engine(sizes.SourceTokens, sizes.Tokens);
        Head = position.ApplyTo(SelfAttention.FromWeights(queryWeights, keyWeights, valueWeights, scores.Engine).With(normalisation.Engine()).With(own));

        ReferenceAttention reference = position.ApplyTo(new ReferenceAttention(queryWeights.ToDouble(), keyWeights.ToDouble(), valueWeights.ToDouble())
        {
            QueryBias = own.Query?.ToDouble(),
            KeyBias = own.Key?.ToDouble(),
            ValueBias = own.Value?.ToDouble(),
            Score = scores.Formula,
            Normalise = normalisation.Formula(),
            Allows = mask.Formula(sizes.SourceTokens),
        });
        Expected = reference.Attend(position.ReferenceInput(input.ToDouble()), position.ReferenceInput(from.ToDouble()));
        Bound = RoundingBound.Of(Head, scores.Magnitude, normalisation.Sensitivity(), Input, source ?? Input, Expected.Weights.Enumerate().Max());
    }

    public SelfAttention<T> Head { get; }

    public Matrix<T> Input { get; }

    public ReferenceSteps Expected { get; }

    public RoundingBound Bound { get; }

    public Matrix<T> Attend() => Head.Attend(Input, source, mask);

    public AttentionTrace<T> Trace() => Head.Trace(Input, source is null ? null : (LabelledMatrix<T>)source, mask);

    /// <summary>Asserts that Attend and every step of Trace are the oracle's.</summary>
    public void AgreesWithReference()
    {
        AttentionTrace<T> trace = Trace();
        Near.Equal(Expected.Scores, trace.NormalisedScores.Values, Bound.Scores, "A");
        Near.Equal(Expected.Weights, trace.Weights.Values, Bound.Weights, "A′");
        Near.Equal(Expected.Output, trace.Output.Values, Bound.Output, "O");
        Near.Equal(Expected.Output, Attend(), Bound.Output, "Attend");
    }
}
