using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Positions;

public sealed class SinusoidalPositionsTests
{
    [Fact]
    public void Create_SmallTable_HasTheValuesOfTheFormula()
    {
        Matrix<double> expected = Matrix<double>.Build.DenseOfColumnArrays(
            [0, 1, 0, 1],
            [0.84147098480789651, 0.54030230586813977, 0.0099998333341666645, 0.99995000041666526],
            [0.90929742682568171, -0.41614683654714241, 0.019998666693333080, 0.99980000666657776]);
        Near.Equal(expected, SinusoidalPositions.Create<double>(4, 3).Values, RoundingBound.Sum<double>(0, 1), "P");
        Near.Equal(expected, SinusoidalPositions.Create<float>(4, 3).Values, RoundingBound.Sum<float>(0, 1), "P");
    }

    [Fact]
    public void Create_OddSize_EndsWithASine()
    {
        Vector<double> expected = Vector<double>.Build.Dense([0.84147098480789651, 0.54030230586813977, Math.Sin(Math.Pow(10_000, -2 / 3.0))]);
        Near.Equal(expected, SinusoidalPositions.Create<double>(3, 2).Column(1).Values, RoundingBound.Sum<double>(0, 1), "p");
    }

    [Fact]
    public void WithPositions_LabelledInput_KeepsLabelsAndAddsTheTable()
    {
        LabelledMatrix<double> input = Sentence.Parse("the bank of the river").Embed(WordVectors.Semantic), placed = input.WithPositions();

        Assert.Equal(input.Values + SinusoidalPositions.Create<double>(8, 5).Values, placed.Values);
        Assert.Equal((input.RowLabels, input.ColumnLabels, "Input with positions"), (placed.RowLabels, placed.ColumnLabels, placed.Name));
    }

    [Fact]
    public void Arguments_OutOfRange_AreRefused()
    {
        BadInput.Refused("modelSize", "0", () => SinusoidalPositions.Create<double>(0, 3));
        BadInput.Refused("tokens", "0", () => SinusoidalPositions.Create<double>(3, 0));
        BadInput.Refused("wavelengthBase", "greater than 1", () => SinusoidalPositions.Create<double>(3, 3, wavelengthBase: 1));
    }
}
