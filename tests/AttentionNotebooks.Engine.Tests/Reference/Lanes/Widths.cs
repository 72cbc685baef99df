using System.Numerics;
using System.Runtime.Intrinsics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Reference.Lanes;

/// <summary>Every vector width that this machine accelerates, and the single lane that always works.</summary>
internal static class Widths
{
    public static IReadOnlyList<IWidth<T>> Accelerated<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        List<IWidth<T>> widths = [new Width<T, T, Lanes1<T>>()];
        if (Vector128.IsHardwareAccelerated) widths.Add(new Width<T, Vector128<T>, Lanes128<T>>());
        if (Vector256.IsHardwareAccelerated) widths.Add(new Width<T, Vector256<T>, Lanes256<T>>());
        if (Vector512.IsHardwareAccelerated) widths.Add(new Width<T, Vector512<T>, Lanes512<T>>());
        return widths;
    }

    /// <summary>Widths that round alike, and therefore promise the same bits.</summary>
    public static IEnumerable<IReadOnlyList<IWidth<T>>> Alike<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Accelerated<T>().GroupBy(width => width.RoundsOnce).Select(alike => alike.ToArray());
}
