using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;

namespace AttentionNotebooks.Engine.Tests.Kernels.Tiles;

/// <summary>2ˣ over its whole range at every width, with the errors that its header states, in units in the last place of the true power.</summary>
public sealed class PowerOfTwoTests
{
    /// <summary>(the error stated where a·b + c is rounded once, and where it is rounded twice).</summary>
    private static readonly (double Once, double Twice) FloatError = (2.41, 2.59), DoubleError = (1.19, 1.47);

    [Fact]
    public void Float_OverItsWholeRange_IsOffByAsMuchAsStated()
    {
        float[] exponents = [.. FloatsBetween(-1, -0.25f, step: 9), .. FloatsBetween(-126, -1e-9f, step: 211)];
        double[] powers = Array.ConvertAll(exponents, x => Math.Pow(2, x));
        Assert.All(Widths.Accelerated<float>(), width =>
        {
            double worst = Raised(width, exponents).Zip(powers, (found, power) => Math.Abs(found - power) / Math.ScaleB(1, Math.ILogB(power) - 23)).Max();
            IsAsStated(width.RoundsOnce, FloatError, worst);
        });
    }

    [Fact]
    public void Double_OverItsWholeRange_IsOffByAsMuchAsStated()
    {
        Random random = new(1);
        double[] exponents = [.. Enumerable.Range(0, 60_000).Select(index => -random.NextDouble() * (index % 2 == 0 ? 1 : 1022))];
        decimal[] powers = Array.ConvertAll(exponents, ExactPower.Scaled);
        Assert.All(Widths.Accelerated<double>(), width =>
        {
            double[] found = Raised(width, exponents);
            double worst = Enumerable.Range(0, found.Length).Max(index => ExactPower.Error(found[index], exponents[index], powers[index]));
            IsAsStated(width.RoundsOnce, DoubleError, worst);
        });
    }

    [Fact]
    public void Power_OfAGreaterNumber_IsNotLessByMoreThanOneUnit()
    {
        Random random = new(1);
        RisesByOneUnitAtATime([.. FloatsBetween(-127, -1e-7f, step: 1_000_003)]);
        RisesByOneUnitAtATime([.. Enumerable.Range(0, 200).Select(index => -random.NextDouble() * (index % 2 == 0 ? 1 : 1023))]);
    }

    [Fact]
    public void Power_OfZero_IsExactlyOne()
    {
        OfEach(0f, 1f);
        OfEach(-0f, 1f);
        OfEach(0.0, 1.0);
        OfEach(-0.0, 1.0);
    }

    [Fact]
    public void Power_OfAWholeNumber_IsExact()
    {
        for (int exponent = -126; exponent < 0; exponent++) OfEach((float)exponent, float.ScaleB(1, exponent));
        for (int exponent = -1022; exponent < 0; exponent++) OfEach((double)exponent, double.ScaleB(1, exponent));
    }

    [Theory]
    [InlineData(-126.51)]
    [InlineData(-127)]
    [InlineData(-1e9)]
    [InlineData(-1e38)]
    [InlineData(double.NegativeInfinity)]
    public void Float_BelowTheRange_IsExactlyZero(double exponent) => OfEach((float)exponent, 0);

    [Theory]
    [InlineData(-1022.51)]
    [InlineData(-1023)]
    [InlineData(-1e20)]
    [InlineData(double.MinValue)]
    [InlineData(double.NegativeInfinity)]
    public void Double_BelowTheRange_IsExactlyZero(double exponent) => OfEach(exponent, 0);

    [Fact]
    public void Power_WithoutANormalNumber_IsOffByLessThanTheSmallestOne()
    {
        float[] exponents = [.. FloatsBetween(-150, -126, step: 7)];
        Assert.All(Widths.Accelerated<float>(), width =>
            Assert.All(Raised(width, exponents).Zip(exponents), one => Assert.InRange(one.First, Math.Pow(2, one.Second) - Math.ScaleB(1, -126), Math.Pow(2, -126))));
    }

    [Fact]
    public void Power_OfNaN_IsNaN()
    {
        OfEach(float.NaN, float.NaN);
        OfEach(double.NaN, double.NaN);
    }

    /// <summary>Holds numbers that are next to each other in the precision, from each of these on.</summary>
    private static void RisesByOneUnitAtATime<T>(T[] starts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int Neighbours = 2000;
        T[] exponents = new T[starts.Length * Neighbours];
        for (int index = 0; index < exponents.Length; index++)
            exponents[index] = index % Neighbours == 0 ? starts[index / Neighbours] : T.BitIncrement(exponents[index - 1]);
        Assert.All(Widths.Accelerated<T>(), width =>
        {
            T[] powers = Raised(width, exponents);
            for (int index = 1; index < powers.Length; index++)
            {
                if (exponents[index] > exponents[index - 1] && powers[index] < T.BitDecrement(powers[index - 1])) Assert.Fail($"{width} at {exponents[index]:R}");
            }
        });
    }

    private static void IsAsStated(bool roundsOnce, (double Once, double Twice) stated, double worst)
    {
        double bound = roundsOnce ? stated.Once : stated.Twice;
        Assert.InRange(worst, bound - 0.15, bound);
    }

    private static void OfEach<T>(T exponent, T power)
        where T : unmanaged, IFloatingPointIeee754<T> => Assert.All(Widths.Accelerated<T>(), width => Assert.Equal([power], Raised(width, [exponent])));

    private static T[] Raised<T>(IWidth<T> width, T[] exponents)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] lanes = new T[(exponents.Length + width.Lanes - 1) / width.Lanes * width.Lanes];
        exponents.CopyTo(lanes, 0);
        width.RaiseTwo(lanes);
        return lanes[..exponents.Length];
    }

    /// <summary>Every so manieth number of the precision, from the least on.</summary>
    private static IEnumerable<float> FloatsBetween(float least, float greatest, int step)
    {
        for (int bits = BitConverter.SingleToInt32Bits(least); bits >= BitConverter.SingleToInt32Bits(greatest); bits -= step)
            yield return BitConverter.Int32BitsToSingle(bits);
    }
}
