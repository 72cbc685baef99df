using System.Numerics;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Asserts that numbers are the same bit for bit, and says where they are not.</summary>
internal static class Bits
{
    public static void Same<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        int common = MemoryMarshal.AsBytes(expected).CommonPrefixLength(MemoryMarshal.AsBytes(actual)) / Marshal.SizeOf<T>();
        if (common < expected.Length) Assert.Fail($"{what}: number {common} of {expected.Length} is {actual[common]:R}, not {expected[common]:R}.");
    }

    public static void Same<T>(IReadOnlyList<Matrix<T>> expected, IReadOnlyList<Matrix<T>> actual, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Select(Shape.Of), actual.Select(Shape.Of));
        for (int index = 0; index < expected.Count; index++)
            Same<T>(expected[index].AsColumnMajorArray(), actual[index].AsColumnMajorArray(), $"{what}, matrix {index}");
    }
}
