using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Kernels;

public sealed class NormalDistributionTests
{
    /// <summary>Φ to 20 digits, computed from the series and the continued fraction of erfc in decimal arithmetic of 60 digits.</summary>
    public static TheoryData<double, double> Known => new()
    {
        { -8, 6.2209605742717839e-16 },
        { -5.5, 1.8989562465887718e-08 },
        { -3, 0.0013498980316300946 },
        { -1.5, 0.066807201268858071 },
        { -1, 0.15865525393145705 },
        { -0.25, 0.4012936743170763 },
        { -0.0009765625, 0.49961040799121947 },
        { 0, 0.5 },
        { 0.0009765625, 0.50038959200878053 },
        { 0.5, 0.69146246127401312 },
        { 1, 0.84134474606854293 },
        { 2, 0.97724986805182079 },
        { 3.75, 0.99991158271479919 },
        { 5.25, 0.99999992395039483 },
        { 6, 0.9999999990134123 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Cumulative_OfKnownValues_IsExact(double x, double expected)
    {
        // The square in the exponent rounds: x²/2 times the unit roundoff.
        double relative = 4 + (x * x);
        Assert.Equal(expected, Cumulative([x])[0], expected * relative * RoundingBound.Epsilon<double>());
        Assert.Equal(expected, Cumulative([(float)x])[0], expected * relative * RoundingBound.Epsilon<float>());
    }

    [Fact]
    public void Cumulative_OfBothSides_AddsUpToOne()
    {
        double[] x = [.. Enumerable.Range(0, 2000).Select(i => i / 200.0)];
        double[] below = Cumulative<double>([.. x.Select(one => -one)]), above = Cumulative(x);
        Assert.All(below.Zip(above), pair => Assert.Equal(1, pair.First + pair.Second, 1.2e-16));
    }

    [Fact]
    public void Cumulative_AtTheEnds_IsZeroAndOne()
    {
        Assert.Equal([0, 0, 0.5, 1, 1, double.NaN], Cumulative([double.NegativeInfinity, -1e300, 0, 1e300, double.PositiveInfinity, double.NaN]));
        Assert.Equal([0, 0, 0.5f, 1, 1, float.NaN], Cumulative([float.NegativeInfinity, -1e38f, 0, 1e38f, float.PositiveInfinity, float.NaN]));
    }

    [Fact]
    public void Cumulative_OfSeveralBlocks_IsThatOfEachNumber()
    {
        float[] x = [.. Samples.Draw<float>(1300, seed: 1).Select(one => one * 6)], all = Cumulative(x);
        Assert.All(x.Zip(all), pair => Assert.Equal(Cumulative([pair.First])[0], pair.Second, 5e-7));
    }

    [Fact]
    public void Density_IsTheFormula()
    {
        double[] x = [-40, -3, -0.5, 0, 1, 2.25, 7];
        Assert.All(x.Zip(Run(x).Density), pair => Assert.Equal(Math.Exp(-pair.First * pair.First / 2) / Math.Sqrt(2 * Math.PI), pair.Second, 1e-15));
    }

    private static T[] Cumulative<T>(T[] x)
        where T : unmanaged, IFloatingPointIeee754<T> => Run(x).Cumulative;

    private static (T[] Cumulative, T[] Density) Run<T>(T[] x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] cumulative = new T[x.Length], density = new T[x.Length];
        NormalDistribution.Run<T>(x, cumulative, density);
        return (cumulative, density);
    }
}
