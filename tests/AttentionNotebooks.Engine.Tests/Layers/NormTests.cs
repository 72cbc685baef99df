using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Layers;

/// <summary>LayerNorm and RmsNorm.</summary>
public sealed class NormTests
{
    private const double Epsilon = 1e-5;

    public static TheoryData<bool, bool> Kinds => new() { { true, true }, { true, false }, { false, false } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Output_IsTheFormula(bool centres, bool hasBias)
    {
        Agree<float>(centres, hasBias, size: 100, tokens: 3);
        Agree<double>(centres, hasBias, size: 7, tokens: 4);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_AreSlopes(bool centres, bool hasBias)
    {
        LayerChecks.GradientsAreSlopes(Layer<double>(centres, hasBias, 7), Samples.DrawMatrix<double>(7, 5, seed: 2));
        LayerChecks.GradientsAreSlopes(Layer<double>(centres, hasBias, 33), Samples.DrawMatrix<double>(33, 2, seed: 2) * 20);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_OfTwoPasses_AddUp(bool centres, bool hasBias) =>
        LayerChecks.GradientsAddUp(Layer<double>(centres, hasBias, 7), Samples.DrawMatrix<double>(7, 5, seed: 2));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Bits_WhereverTheInputLies_AreTheSame(bool centres, bool hasBias) =>
        LayerChecks.BitsDoNotDependOnAddresses(Layer<float>(centres, hasBias, 203), Samples.DrawMatrix<float>(203, 9, seed: 2));

    [Fact]
    public void Tokens_OfEqualFeatures_GiveNoNaN()
    {
        Matrix<double> same = Matrix<double>.Build.Dense(6, 2, 3), given = Samples.DrawMatrix<double>(6, 2, seed: 3);
        BothPasses<double> run = new(Layer<double>(centres: true, hasBias: false, 6), same, given);
        Assert.All(run.Output.Enumerate(), entry => Assert.Equal(0, entry));
        Assert.All(run.InputGradient.Enumerate(), entry => Assert.True(double.IsFinite(entry)));
    }

    [Fact]
    public void Parameters_AtFirst_ChangeNothing()
    {
        LayerNorm<double> norm = new("layers.0.norm1", 6, hasBias: true, Epsilon);
        Assert.Equal(["layers.0.norm1.weight", "layers.0.norm1.bias"], norm.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(Enumerable.Repeat(1.0, 6), norm.Gain.Values.Enumerate());
        Assert.Equal(Enumerable.Repeat(0.0, 6), norm.Bias!.Values.Enumerate());
    }

    /// <summary>Gain and bias other than at first.</summary>
    private static Layer<T> Layer<T>(bool centres, bool hasBias, int size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Layer<T> layer = centres ? new LayerNorm<T>("norm", size, hasBias, Epsilon) : new RmsNorm<T>("norm", size, Epsilon);
        int seed = 5;
        foreach (Parameter<T> parameter in layer.Parameters) Samples.DrawMatrix<T>(size, 1, seed++).CopyTo(parameter.Values);
        return layer;
    }

    private static void Agree<T>(bool centres, bool hasBias, int size, int tokens)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Layer<T> layer = Layer<T>(centres, hasBias, size);
        Matrix<T> input = Samples.DrawMatrix<T>(size, tokens, seed: 2);
        Vector<double>[] parameters = [.. layer.Parameters.Select(parameter => parameter.Values.ToDouble().Column(0))];
        Matrix<double> expected = Matrix<double>.Build.DenseOfColumnVectors(input.ToDouble().EnumerateColumns().Select(x =>
        {
            Vector<double> centred = centres ? x - x.Average() : x;
            Vector<double> y = (centred / Math.Sqrt(centred.PointwisePower(2).Average() + Epsilon)).PointwiseMultiply(parameters[0]);
            return hasBias ? y + parameters[1] : y;
        }));
        Near.Equal(expected, BothPasses<T>.Forward(layer, input), RoundingBound.Sum<T>(size, 3), "Y");
    }
}
