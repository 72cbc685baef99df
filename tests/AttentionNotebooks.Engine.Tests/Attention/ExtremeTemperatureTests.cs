using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

/// <summary>From temperatures that the fused kernel cannot scale by, through those at its border, to common ones: the weights are those of the normalisation itself.</summary>
public sealed class ExtremeTemperatureTests
{
    public static TheoryData<double> Temperatures => [double.Epsilon, 1e-300, 1e-45, 1e-30, 3e-19, 2e-19, 1e-10, 1, 1e10, 3e18, 1e19, 1e38, 1e300];

    [Theory]
    [MemberData(nameof(Temperatures))]
    public void Weights_AtAnyTemperature_AreThoseOfTheNormalisation(double temperature)
    {
        AreThoseOfTheNormalisation<float>(temperature);
        AreThoseOfTheNormalisation<double>(temperature);
    }

    private static void AreThoseOfTheNormalisation<T>(double temperature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SelfAttention<T> head = SelfAttention.Random<T>(6, 5, seed: 1).With(Normalisation.Softmax(temperature));
        Matrix<T> input = Samples.DrawMatrix<T>(6, 200, seed: 2);
        AttentionTrace<T> trace = head.Trace(input, mask: AttentionMask.Causal);
        Matrix<T> weights = head.Normalisation.Apply(trace.MaskedScores!.Values);
        Matrix<double> output = trace.Values.Values.ToDouble() * weights.ToDouble();

        // Scores of at most 10, of which each has rounded a few times on its way.
        double tolerance = RoundingBound.Sum<T>(200, 10 + (10 / Math.Max(1, temperature)));
        Near.Equal(weights.ToDouble(), trace.Weights.Values, tolerance, "A′");
        Near.Equal(output, trace.Output.Values, tolerance, "O");
        Bits.Same([trace.Output.Values], [head.Attend(input, mask: AttentionMask.Causal)], "Attend");
    }
}
