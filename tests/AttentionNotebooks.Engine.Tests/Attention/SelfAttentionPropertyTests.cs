using AttentionNotebooks.Engine.Tests.Reference;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

public sealed class SelfAttentionPropertyTests
{
    private const int Features = 5, Seeds = 1000;

    private static readonly Gen<(Matrix<double> Input, Matrix<double> Source, int Seed)> Sentences =
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, Seeds])
        .Select((n, source, seed) => (Samples.DrawMatrix<double>(Features, n, seed), Samples.DrawMatrix<double>(Features, source, seed + 1), seed));

    public static TheoryData<NormalisationCase> Normalisations => [.. Enum.GetValues<NormalisationCase>()];

    [Theory]
    [MemberData(nameof(Normalisations))]
    public void KeysAndValues_PermutedTogether_ChangeNothing(NormalisationCase name) => Sentences.Sample(sentence => Same(
        Head(name).Attend(sentence.Input, sentence.Source),
        Head(name).Attend(sentence.Input, Reversed(sentence.Source)),
        name,
        sentence.Input,
        sentence.Source));

    [Theory]
    [MemberData(nameof(Normalisations))]
    public void Queries_Permuted_PermuteTheOutput(NormalisationCase name) => Sentences.Sample(sentence =>
        Head(name).Attend(Reversed(sentence.Input), sentence.Source).Equals(Reversed(Head(name).Attend(sentence.Input, sentence.Source))));

    [Theory]
    [MemberData(nameof(Normalisations))]
    public void CausalOutput_OfTheFirstTokens_DoesNotSeeTheFuture(NormalisationCase name) =>
        Gen.Select(Sentences, Gen.Int[1, 40]).Where((sentence, first) => first <= sentence.Input.ColumnCount).Sample((sentence, first) =>
        {
            Matrix<double> past = First(sentence.Input, first);
            Matrix<double> whole = Head(name).Attend(sentence.Input, mask: AttentionMask.Causal);
            return Same(Head(name).Attend(past, mask: AttentionMask.Causal), First(whole, first), name, sentence.Input, sentence.Input);
        });

    [Theory]
    [InlineData(NormalisationCase.Softmax)]
    [InlineData(NormalisationCase.Sparsemax)]
    public void Keys_AllIdentical_AverageTheValues(NormalisationCase name) => Sentences.Sample(sentence =>
    {
        SelfAttention<double> head = Head(name);
        SelfAttention<double> blind = SelfAttention.FromWeights(head.QueryWeights, head.KeyWeights * 0, head.ValueWeights).With(name.Engine());
        Vector<double> average = (head.ValueWeights * sentence.Source).RowSums() / sentence.Source.ColumnCount;
        Matrix<double> everywhere = Matrix<double>.Build.Dense(average.Count, sentence.Input.ColumnCount, (i, _) => average[i]);
        return Same(everywhere, blind.Attend(sentence.Input, sentence.Source), name, sentence.Input, sentence.Source);
    });

    [Theory]
    [MemberData(nameof(Normalisations))]
    public void Attend_AnyMask_IsTheOutputOfTraceExactly(NormalisationCase name) =>
        Gen.Select(Gen.Int[1, 150], Gen.Enum<MaskCase>(), Gen.Int[0, Seeds]).Sample((n, mask, seed) =>
        {
            Matrix<double> input = Samples.DrawMatrix<double>(Features, n, seed);
            return IsOutputOfTrace(Head(name), input, mask.Engine(n, n))
                && IsOutputOfTrace(SelfAttention.Random<float>(Features, headSize: 40, seed).With(name.Engine()), input.To<float>(), mask.Engine(n, n));
        }, iter: 30);

    [Theory]
    [MemberData(nameof(Normalisations))]
    public void Query_WithEveryKeyForbidden_HasZeroWeightsAndOutput(NormalisationCase name)
    {
        AttentionMask nothingForTheSecond = AttentionMask.Custom((_, query) => query != 1);
        AttentionTrace<double> trace = Head(name).Trace(Samples.DrawMatrix<double>(Features, 6, 1), mask: nothingForTheSecond);

        Assert.All(trace.Weights.Column(1).Values, weight => Assert.Equal(0, weight));
        Assert.All(trace.Output.Column(1).Values, entry => Assert.Equal(0, entry));
        Assert.Equal(trace.Output.Column(1).Values, trace.Token(1).Output.Values);
        Assert.DoesNotContain(trace.Output.Values.Enumerate(), double.IsNaN);
    }

    [Theory]
    [MemberData(nameof(Normalisations))]
    public void Scores_OfPlusAndMinusTenThousand_GiveFiniteOutput(NormalisationCase name)
    {
        // Keys and queries of ±100, so that every score is ±10⁴.
        Matrix<double> signs = Matrix<double>.Build.Dense(1, 9, (_, token) => token % 3 == 0 ? -100 : 100), one = Matrix<double>.Build.Dense(1, 1, 1);
        Assert.True(OutputIsFinite<float>(name, one, signs));
        Assert.True(OutputIsFinite<double>(name, one, signs));
    }

    private static bool OutputIsFinite<T>(NormalisationCase name, Matrix<double> weights, Matrix<double> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Matrix<T> all = weights.To<T>();
        SelfAttention<T> head = SelfAttention.FromWeights(all, all, all, Score.DotProduct<T>()).With(name.Engine());
        return head.Attend(input.To<T>(), mask: AttentionMask.Causal).Enumerate().All(T.IsFinite);
    }

    private static SelfAttention<double> Head(NormalisationCase name) =>
        SelfAttention.Random(Features, headSize: 4, seed: 7, valueSize: 3).With(name.Engine());

    private static bool IsOutputOfTrace<T>(SelfAttention<T> head, Matrix<T> input, AttentionMask? mask)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => head.Attend(input, mask: mask).Equals(head.Trace(input, mask: mask).Output.Values);

    private static Matrix<double> Reversed(Matrix<double> tokens) => Matrix<double>.Build.DenseOfColumnVectors(tokens.EnumerateColumns().Reverse());

    private static Matrix<double> First(Matrix<double> tokens, int count) => tokens.SubMatrix(0, tokens.RowCount, 0, count);

    /// <summary>True where both are within their rounding of one truth.</summary>
    private static bool Same(Matrix<double> left, Matrix<double> right, NormalisationCase name, Matrix<double> input, Matrix<double> source)
    {
        SelfAttention<double> head = Head(name);
        double greatestWeight = head.Trace(input, source).Weights.Values.Enumerate().Max();
        RoundingBound bound = RoundingBound.Of(head, ScoreCase<double>.ScaledDotProduct().Magnitude, name.Sensitivity(), input, source, greatestWeight);
        return (left - right).PointwiseAbs().Enumerate().Max() <= 2 * bound.Output;
    }
}
