using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Gradients;

public sealed class MultiHeadGradientsTests
{
    public static MatrixTheoryData<(int Heads, int KeyHeads), ScoreKind, bool> Layers =>
        new([(1, 1), (3, 3), (4, 2), (3, 1)], Enum.GetValues<ScoreKind>(), [false, true]);

    public static TheoryData<MaskCase> Masks => [.. Enum.GetValues<MaskCase>()];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Gradients_OfALayer_AreTheSlopesOfTheLoss((int Heads, int KeyHeads) counts, ScoreKind score, bool isCross) =>
        new LayerGradientCase(counts.Heads, counts.KeyHeads, score, isCross).AgreesWithDifferencesOfAttend();

    [Theory]
    [MemberData(nameof(Layers))]
    public void Check_OfEachQuantityOfEachHead_FindsNoError((int Heads, int KeyHeads) counts, ScoreKind score, bool isCross)
    {
        MultiHeadTrace<double> trace = new LayerGradientCase(counts.Heads, counts.KeyHeads, score, isCross).Trace();
        Loss<double> loss = Loss.SquaredError(Samples.DrawMatrix<double>(trace.Output.Shape.Rows, trace.Output.Shape.Columns, seed: 9));
        foreach (AttentionQuantity quantity in Enum.GetValues<AttentionQuantity>().Where(quantity => Has(trace, quantity)))
        {
            for (int head = 0; head < trace.Heads.Count; head++)
            {
                double error = GradientCheck.Of(trace, loss, quantity, head).GreatestRelativeError;
                if (!(error <= 1e-6)) Assert.Fail($"dL/d{quantity} of head {head} is off by {error:R} of itself.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Masks))]
    public void Gradients_OfScaledDotProductAndSoftmax_AreThoseOfTheFusedKernel(MaskCase mask)
    {
        AgreeWithTheFusedKernel<double>(mask.Engine(9, 7));
        AgreeWithTheFusedKernel<float>(mask.Engine(9, 7));
    }

    [Fact]
    public void Heads_OfDifferentRules_HaveTheirOwnGradients()
    {
        SelfAttention<double> sharp = SelfAttention.Random(3, 2, seed: 1).With(Normalisation.Sparsemax());
        SelfAttention<double> bilinear = SelfAttention.FromWeights(
            Samples.DrawMatrix<double>(2, 3, seed: 2), Samples.DrawMatrix<double>(4, 3, seed: 3), Samples.DrawMatrix<double>(1, 3, seed: 4), Score.Bilinear(Samples.DrawMatrix<double>(4, 2, seed: 5)));
        MultiHeadTrace<double> trace = MultiHeadAttention.FromHeads([sharp, bilinear], Samples.DrawMatrix<double>(3, 3, seed: 6)).Trace(Samples.DrawMatrix<double>(3, 4, seed: 7));
        MultiHeadGradients<double> gradients = trace.Backward(trace.Output);

        Assert.Equal([0, 1], gradients.ScoreMatrices.Select(matrices => matrices.Count));
        Assert.Equal(gradients.Concatenated.Values.SubMatrix(2, 1, 0, 4), gradients.Heads[1].Output.Values);
        Assert.Equal(trace.Heads[1].Backward(gradients.Heads[1].Output).Keys.Values, gradients.Keys[1].Values);
        Assert.True(GradientCheck.Of(trace, Loss.SquaredError(0 * trace.Output.Values), AttentionQuantity.BilinearWeights, head: 1).GreatestRelativeError < 1e-6);
    }

    [Fact]
    public void OutputGradient_OfAnotherShape_IsRefusedWithBoth()
    {
        MultiHeadTrace<double> trace = MultiHeadAttention.Random(4, 2, seed: 1).Trace(Samples.DrawMatrix<double>(4, 3, seed: 1));
        BadInput.Refused("outputGradient", "must be 4×3, like the output: outputGradient is 3×4.", () => trace.Backward(Matrix<double>.Build.Dense(3, 4)));
    }

    private static bool Has(MultiHeadTrace<double> trace, AttentionQuantity quantity) => quantity switch
    {
        AttentionQuantity.RotatedQueries or AttentionQuantity.RotatedKeys => false,
        AttentionQuantity.Source => trace.Heads[0].IsCrossAttention,
        AttentionQuantity.BilinearWeights => trace.Attention.Heads[0].Score.Kind == ScoreKind.Bilinear,
        AttentionQuantity.AdditiveQueryWeights or AttentionQuantity.AdditiveKeyWeights or AttentionQuantity.AdditiveCombination =>
            trace.Attention.Heads[0].Score.Kind == ScoreKind.Additive,
        _ => true,
    };

    private static void AgreeWithTheFusedKernel<T>(AttentionMask? mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MultiHeadAttention<T> layer = MultiHeadAttention.Random<T>(8, 4, seed: 1, keyValueHeads: 2);
        MultiHeadTrace<T> trace = layer.Trace(Samples.DrawMatrix<T>(8, 7, seed: 2), Samples.DrawMatrix<T>(8, 9, seed: 3), mask);
        MultiHeadGradients<T> gradients = trace.Backward(Samples.DrawMatrix<T>(8, 7, seed: 4));
        AttentionGradients<T> fused = ScaledDotProductAttention.Gradients(
            [.. trace.Heads.Select(head => head.Queries.Values)],
            [trace.Heads[0].Keys.Values, trace.Heads[2].Keys.Values],
            [trace.Heads[0].Values.Values, trace.Heads[2].Values.Values],
            [.. gradients.Heads.Select(head => head.Output.Values)],
            mask);
        Agree(fused.Queries, [.. gradients.Heads.Select(head => head.Queries)], "Q");
        Agree(fused.Keys, gradients.Keys, "K");
        Agree(fused.Values, gradients.Values, "V");

        // Sums of some dozens of products, none above 4.
        static void Agree(IReadOnlyList<Matrix<T>> expected, IReadOnlyList<LabelledMatrix<T>> actual, string what)
        {
            Assert.Equal(expected.Count, actual.Count);
            foreach ((Matrix<T> one, LabelledMatrix<T> other) in expected.Zip(actual)) Near.Equal(one.ToDouble(), other.Values, RoundingBound.Sum<T>(48, 4), $"dL/d{what}");
        }
    }
}
