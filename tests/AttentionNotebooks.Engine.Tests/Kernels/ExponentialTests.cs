using System.Numerics;
using AttentionNotebooks.Kernels;
using CsCheck;

namespace AttentionNotebooks.Engine.Tests.Kernels;

/// <summary>The same numbers have the same bits wherever they lie in memory, also where a mask left −∞ among them.</summary>
public sealed class ExponentialTests
{
    private const int Places = 9;

    private static readonly Gen<double[]> Exponents =
        Gen.Frequency((3, Gen.Double[-5, 0]), (1, Gen.OneOf<double>(double.NegativeInfinity, -1e4, -800, -708, -100))).Array[1, 200];

    private delegate void InPlace<T>(Span<T> values);

    [Fact]
    public void Exp_AtAnyAddress_HasTheSameBits() =>
        Exponents.Sample(values => SameBits<double>(Exponential.Exp, values) && SameBits<float>(Exponential.Exp, values));

    [Fact]
    public void Sigmoid_AtAnyAddress_HasTheSameBits() =>
        Exponents.Sample(values => SameBits<double>(Exponential.Sigmoid, values) && SameBits<float>(Exponential.Sigmoid, values));

    [Fact]
    public void Tanh_AtAnyAddress_HasTheSameBits() =>
        Exponents.Sample(values => SameBits<double>(Exponential.Tanh, values) && SameBits<float>(Exponential.Tanh, values));

    [Fact]
    public void Exp_TooSmallForANormalNumber_IsZero() => Assert.Equal([0, 0, 0, 1], At<double>(Exponential.Exp, [double.NegativeInfinity, -1e4, -708, 0], 0));

    [Fact]
    public void Sigmoid_OfInfinities_IsZeroAndOne() =>
        Assert.Equal([0, 0.5, 1], At<double>(Exponential.Sigmoid, [double.NegativeInfinity, 0, double.PositiveInfinity], 0));

    [Fact]
    public void Tanh_OfInfinities_IsPlusAndMinusOne() =>
        Assert.Equal([-1, 0, 1], At<float>(Exponential.Tanh, [double.NegativeInfinity, 0, double.PositiveInfinity], 0));

    [Fact]
    public void Values_NaN_StayNaN() => Assert.All(
        new InPlace<double>[] { Exponential.Exp, Exponential.Sigmoid, Exponential.Tanh }, function => Assert.Equal([double.NaN], At(function, [double.NaN], 0)));

    private static bool SameBits<T>(InPlace<T> function, double[] values)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Enumerable.Range(1, Places - 1).All(place => At(function, values, place).SequenceEqual(At(function, values, 0)));

    private static T[] At<T>(InPlace<T> function, double[] values, int place)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] room = new T[values.Length + Places];
        Span<T> span = room.AsSpan(place, values.Length);
        for (int i = 0; i < values.Length; i++) span[i] = T.CreateChecked(values[i]);
        function(span);
        return span.ToArray();
    }
}
