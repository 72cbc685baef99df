using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using CsCheck;

namespace AttentionNotebooks.Engine.Tests.Kernels.Lanes;

public sealed class SelectTests
{
    [Fact]
    public void Lanes_ByAnyBits_AreTheFirstWhereTheBitIsSet() => Gen.ULong.Sample(bits => IsByBit<float>(bits) && IsByBit<double>(bits));

    private static bool IsByBit<T>(ulong bits)
        where T : unmanaged, IFloatingPointIeee754<T> => Widths.Accelerated<T>().All(width =>
            width.Select(bits, T.One, T.NegativeInfinity).Select((lane, index) => (lane, index)).All(one =>
                one.lane == ((bits >> one.index & 1) != 0 ? T.One : T.NegativeInfinity)));
}
