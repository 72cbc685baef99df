using System.Numerics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using CsCheck;

namespace AttentionNotebooks.Engine.Tests.Kernels.Lanes;

public sealed class LanesTests
{
    [Fact]
    public void Lanes_SelectedByAnyBits_AreTheFirstWhereTheBitIsSet() => Gen.ULong.Sample(bits => IsByBit<float>(bits) && IsByBit<double>(bits));

    [Fact]
    public void MultiplyAdd_OfAVector_IsRoundedOnceWhereTheHardwareCan()
    {
        IsRoundedOnceWhereTheHardwareCan<float>();
        IsRoundedOnceWhereTheHardwareCan<double>();
    }

    private static bool IsByBit<T>(ulong bits)
        where T : unmanaged, IFloatingPointIeee754<T> => Widths.Accelerated<T>().All(width =>
            width.Select(bits, T.One, T.NegativeInfinity).Select((lane, index) => (lane, index)).All(one =>
                one.lane == ((bits >> one.index & 1) != 0 ? T.One : T.NegativeInfinity)));

    private static void IsRoundedOnceWhereTheHardwareCan<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Assert.All(Widths.Accelerated<T>(), width => Assert.Equal(width.Lanes > 2 && (Fma.IsSupported || AdvSimd.IsSupported), width.RoundsOnce));
}
