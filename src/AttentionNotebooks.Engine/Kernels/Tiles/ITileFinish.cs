using System.Numerics;
using System.Runtime.CompilerServices;

namespace AttentionNotebooks.Kernels;

/// <summary>What a tile does with its sums at the end.</summary>
internal interface ITileFinish
{
    /// <summary>Writes one vector of C.</summary>
    static abstract void Store<T, TVector, TLanes>(TVector sum, TVector factor, ref T c, nuint offset)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;
}

/// <summary>C = sum.</summary>
internal readonly struct Overwrite : ITileFinish
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TVector, TLanes>(TVector sum, TVector factor, ref T c, nuint offset)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Store(sum, ref c, offset);
}

/// <summary>C = factor · C + sum, with a factor for each lane.</summary>
internal readonly struct Rescale : ITileFinish
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TVector, TLanes>(TVector sum, TVector factor, ref T c, nuint offset)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> =>
        TLanes.Store(TLanes.MultiplyAdd(factor, TLanes.Load(in c, offset), sum), ref c, offset);
}

/// <summary>C = C + sum.</summary>
internal readonly struct Accumulate : ITileFinish
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TVector, TLanes>(TVector sum, TVector factor, ref T c, nuint offset)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.Store(TLanes.Add(TLanes.Load(in c, offset), sum), ref c, offset);
}
