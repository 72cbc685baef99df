using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Positions;

public sealed class RotaryAnglesTests
{
    public static MatrixTheoryData<double, int, int> Angles => new([10_000, 1.5, 500_000], [2, 6, 64], [0, 1, 1000]);

    [Theory]
    [MemberData(nameof(Angles))]
    public void Angle_OfAnyPositionAndPair_IsTheFormula(double wavelengthBase, int size, int first)
    {
        AreTheFormula<float>(wavelengthBase, size, first);
        AreTheFormula<double>(wavelengthBase, size, first);
    }

    [Fact]
    public void Heads_WithPositionsOfTheirOwn_AreEachTurnedByThem()
    {
        SelfAttention<double>[] heads =
        [
            SelfAttention.Random(6, 4, seed: 1).With(new RotaryPositions()),
            SelfAttention.Random(6, 4, seed: 2).With(new RotaryPositions(50)),
            SelfAttention.Random(6, 8, seed: 3).With(new RotaryPositions()),
            SelfAttention.Random(6, 4, seed: 4).With(new RotaryPositions(layout: RotaryLayout.Halves)),
            SelfAttention.Random(6, 4, seed: 5),
        ];
        MultiHeadAttention<double> layer = MultiHeadAttention.FromHeads(heads, Samples.DrawMatrix<double>(6, 24, seed: 6));
        Matrix<double> input = Samples.DrawMatrix<double>(6, 9, seed: 7), source = Samples.DrawMatrix<double>(6, 13, seed: 8);
        MultiHeadTrace<double> trace = layer.Trace(input, source);

        Assert.All(heads.Zip(trace.Heads), pair =>
        {
            Assert.Equal(pair.First.Attend(input, source), pair.Second.Output.Values);
            Assert.Equal(pair.First.Rotary?.Apply(pair.Second.Queries.Values), pair.Second.RotatedQueries?.Values);
            Assert.Equal(pair.First.Rotary?.Apply(pair.Second.Keys.Values), pair.Second.RotatedKeys?.Values);
        });
        Assert.Equal(trace.Output.Values, layer.Attend(input, source));
    }

    private static void AreTheFormula<T>(double wavelengthBase, int size, int first)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int Positions = 5;
        RotaryAngles<T> angles = new(wavelengthBase, size, first, Positions);
        Assert.Equal(size / 2, angles.Pairs);
        for (int position = 0; position < Positions; position++)
        {
            for (int pair = 0; pair < angles.Pairs; pair++)
            {
                (double sine, double cosine) = Math.SinCos((first + position) * Math.Pow(wavelengthBase, -2.0 * pair / size));
                Assert.Equal((T.CreateChecked(sine), T.CreateChecked(cosine)), angles.Of(position, pair));
            }
        }
    }
}
