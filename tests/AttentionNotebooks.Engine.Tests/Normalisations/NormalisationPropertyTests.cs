using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using CsCheck;

namespace AttentionNotebooks.Engine.Tests.Normalisations;

public sealed class NormalisationPropertyTests
{
    private static readonly Gen<double[]> Scores = Gen.Double[-20, 20].Array[1, 65];

    /// <summary>Whole numbers, which every precision shifts without rounding.</summary>
    private static readonly Gen<double[]> WholeScores = Gen.Int[-1000, 1000].Select(score => (double)score).Array[1, 65];

    /// <summary>A few of the scores that hurt.</summary>
    private static readonly Gen<double[]> ExtremeScores =
        Gen.OneOf<double>(double.NegativeInfinity, -1e30, -1e4, -1, 0, 1e-30, 1, 1e4, 1e30).Array[1, 20];

    public static TheoryData<NormalisationCase> All => [.. Enum.GetValues<NormalisationCase>()];

    public static TheoryData<NormalisationCase> OnTheSimplex =>
        [NormalisationCase.Softmax, NormalisationCase.SoftmaxSharpened, NormalisationCase.SoftmaxFlattened, NormalisationCase.Sparsemax];

    [Theory]
    [MemberData(nameof(OnTheSimplex))]
    public void Weights_OfTheSimplex_SumToOne(NormalisationCase name) =>
        Scores.Sample(scores => SumsToOne<float>(name, scores) && SumsToOne<double>(name, scores));

    [Theory]
    [MemberData(nameof(OnTheSimplex))]
    public void Scores_ShiftedByTheSameNumber_KeepTheirWeights(NormalisationCase name) =>
        Gen.Select(WholeScores, Gen.Int[-1000, 1000])
            .Sample((scores, shift) => IgnoresShift<float>(name, scores, shift) && IgnoresShift<double>(name, scores, shift));

    [Theory]
    [MemberData(nameof(All))]
    public void Scores_Permuted_PermuteTheirWeights(NormalisationCase name) =>
        Gen.Select(Gen.Double[-20, 20], Gen.Double[-20, 20]).Sample((a, b) => Apply<double>(name, [a, b]).SequenceEqual(Apply<double>(name, [b, a]).Reverse()));

    [Theory]
    [MemberData(nameof(All))]
    public void Scores_Extreme_NeverGiveNaN(NormalisationCase name) =>
        ExtremeScores.Sample(scores => IsNotNegative<float>(name, scores) && IsNotNegative<double>(name, scores));

    [Theory]
    [MemberData(nameof(All))]
    public void Scores_OfForbiddenKeys_WeighNothing(NormalisationCase name) =>
        ExtremeScores.Sample(scores => ForbiddenWeighNothing<float>(name, scores) && ForbiddenWeighNothing<double>(name, scores));

    [Theory]
    [MemberData(nameof(All))]
    public void Matrix_EveryColumn_IsNormalisedForItself(NormalisationCase name) =>
        Gen.Int[0, 1000].Select(seed => Samples.DrawMatrix<float>(7, 3, seed)).Sample(scores =>
            Enumerable.Range(0, 3).All(j => name.Engine().Apply(scores).Column(j).Equals(name.Engine().Apply(scores.Column(j)))));

    private static bool SumsToOne<T>(NormalisationCase name, double[] scores)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        // The threshold of sparsemax is itself a sum, and every weight inherits its error: n sums of n.
        Near.Equal(1, Apply<T>(name, scores).Sum(double.CreateChecked), RoundingBound.Sum<T>(scores.Length, scores.Length));

    private static bool IgnoresShift<T>(NormalisationCase name, double[] scores, int shift)
        where T : unmanaged, IFloatingPointIeee754<T> => Apply<T>(name, scores).SequenceEqual(Apply<T>(name, [.. scores.Select(score => score + shift)]));

    private static bool IsNotNegative<T>(NormalisationCase name, double[] scores)
        where T : unmanaged, IFloatingPointIeee754<T> => Apply<T>(name, scores).All(weight => weight >= T.Zero);

    private static bool ForbiddenWeighNothing<T>(NormalisationCase name, double[] scores)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply<T>(name, scores).Zip(scores).All(key => !double.IsNegativeInfinity(key.Second) || key.First == T.Zero);

    private static T[] Apply<T>(NormalisationCase name, double[] scores)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. name.Engine().Apply(scores.ToVector<T>())];
}
