using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Layers;

public sealed class LinearTests
{
    public static MatrixTheoryData<bool, int> Cases => new([true, false], [1, 5, 17]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_IsTheProductAndTheBias(bool hasBias, int tokens)
    {
        Agree<float>(hasBias, tokens);
        Agree<double>(hasBias, tokens);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_AreSlopes(bool hasBias, int tokens) =>
        LayerChecks.GradientsAreSlopes(Layer<double>(hasBias), Samples.DrawMatrix<double>(6, tokens, seed: 2));

    [Fact]
    public void Gradients_OfTwoPasses_AddUp() => LayerChecks.GradientsAddUp(Layer<double>(hasBias: true), Samples.DrawMatrix<double>(6, 40, seed: 2));

    [Fact]
    public void Bits_WhereverTheInputLies_AreTheSame() =>
        LayerChecks.BitsDoNotDependOnAddresses(new Linear<float>("one", 200, 150, hasBias: true, new Initialisation(1)), Samples.DrawMatrix<float>(200, 70, seed: 2));

    [Fact]
    public void Parameters_HaveTheNamesAndShapesOfPyTorch() => Assert.Equal(
        [("layers.0.linear1.weight", 9, 6), ("layers.0.linear1.bias", 9, 1)],
        new Linear<double>("layers.0.linear1", 6, 9, hasBias: true, new Initialisation(1)).Parameters
            .Select(parameter => (parameter.Name, parameter.Values.RowCount, parameter.Values.ColumnCount)));

    private static Linear<T> Layer<T>(bool hasBias)
        where T : unmanaged, IFloatingPointIeee754<T> => new("one", 6, 9, hasBias, new Initialisation(1));

    private static void Agree<T>(bool hasBias, int tokens)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Linear<T> layer = Layer<T>(hasBias);
        Matrix<T> input = Samples.DrawMatrix<T>(6, tokens, seed: 2);
        Matrix<double> expected = layer.Weight.Values.ToDouble() * input.ToDouble();
        if (hasBias) expected += Matrix<double>.Build.Dense(9, tokens, (row, _) => double.CreateChecked(layer.Bias!.Values[row, 0]));
        Near.Equal(expected, BothPasses<T>.Forward(layer, input), RoundingBound.Sum<T>(6, 6), "Y");
    }
}
