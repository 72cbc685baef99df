using AttentionNotebooks.Engine.Tests.Reference;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Positions;

public sealed class RotaryPositionsTests
{
    private const int MostPositions = 500;

    private static readonly Gen<(Vector<double> Query, Vector<double> Key)> Pairs = Gen.Select(Gen.Int[1, 32], Gen.Int[0, 1000])
        .Select((half, seed) => (Samples.DrawVector<double>(2 * half, seed), Samples.DrawVector<double>(2 * half, seed + 1)));

    public static TheoryData<RotaryLayout> Layouts => [.. Enum.GetValues<RotaryLayout>()];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Score_OfTwoTokens_DependsOnTheirDistanceOnly(RotaryLayout layout)
    {
        RotaryPositions rotary = new(layout: layout);
        Gen.Select(Pairs, Gen.Int[0, MostPositions], Gen.Int[0, MostPositions], Gen.Int[0, MostPositions]).Sample((pair, key, query, shift) =>
            Near.Equal(Score(rotary, pair, key, query), Score(rotary, pair, key + shift, query + shift), Tolerance(pair.Query.L2Norm() * pair.Key.L2Norm())));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Norm_OfATurnedVector_IsKept(RotaryLayout layout) => Gen.Select(Pairs, Gen.Int[0, MostPositions]).Sample((pair, position) =>
        Near.Equal(pair.Query.L2Norm(), new RotaryPositions(layout: layout).Apply(pair.Query, position).L2Norm(), Tolerance(pair.Query.L2Norm())));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Matrix_EveryColumn_IsTurnedByItsPlace(RotaryLayout layout)
    {
        RotaryPositions rotary = new(layout: layout);
        Matrix<double> vectors = Samples.DrawMatrix<double>(6, 9, seed: 1), before = vectors.Clone(), turned = rotary.Apply(vectors);

        Assert.All(Enumerable.Range(0, 9), p => Assert.Equal(rotary.Apply(vectors.Column(p), p), turned.Column(p)));
        Assert.Equal(before, vectors);
        Assert.Equal(vectors.Column(0), turned.Column(0));
    }

    [Fact]
    public void Layouts_OfAnInterleavedVector_DifferOnlyInTheOrder()
    {
        Vector<double> interleaved = Samples.DrawVector<double>(6, seed: 1);
        Vector<double> halves = Reordered(interleaved);
        Assert.Equal(Reordered(new RotaryPositions().Apply(interleaved, 5)), new RotaryPositions(layout: RotaryLayout.Halves).Apply(halves, 5));

        static Vector<double> Reordered(Vector<double> v) => Vector<double>.Build.Dense([v[0], v[2], v[4], v[1], v[3], v[5]]);
    }

    [Fact]
    public void Arguments_Wrong_AreRefused()
    {
        RotaryPositions rotary = new();
        BadInput.Refused("vectors", "the size is 3", () => rotary.Apply(Samples.DrawMatrix<double>(3, 2, seed: 1)));
        BadInput.Refused("vector", "the size is 3", () => rotary.Apply(Samples.DrawVector<double>(3, seed: 1), 0));
        BadInput.Refused("position", "-1", () => rotary.Apply(Samples.DrawVector<double>(4, seed: 1), -1));
        BadInput.Refused("wavelengthBase", "greater than 1", () => new RotaryPositions(1));
        BadInput.Refused("wavelengthBase", "greater than 1", () => new RotaryPositions(double.NaN));
    }

    private static double Score(RotaryPositions rotary, (Vector<double> Query, Vector<double> Key) pair, int key, int query) =>
        rotary.Apply(pair.Query, query) * rotary.Apply(pair.Key, key);

    /// <summary>An angle is a position times a frequency below 1, and its rounding grows with it; 64 entries at most.</summary>
    private static double Tolerance(double magnitude) => RoundingBound.Sum<double>(64 + (4 * MostPositions), magnitude);
}
