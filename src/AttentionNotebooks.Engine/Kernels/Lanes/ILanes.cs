using System.Numerics;

namespace AttentionNotebooks.Kernels;

/// <summary>A SIMD vector as the kernels see it: so many lanes, each with its own number. One body of a kernel serves every width.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TVector">What holds the lanes: a hardware vector, or T itself where nothing is accelerated.</typeparam>
internal interface ILanes<T, TVector>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
{
    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TVector Broadcast(T value);

    /// <summary>The numbers from <paramref name="offset"/> on.</summary>
    static abstract TVector Load(ref readonly T source, nuint offset);

    /// <summary>Writes the lanes from <paramref name="offset"/> on.</summary>
    static abstract void Store(TVector lanes, ref T destination, nuint offset);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>a − b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>a · b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a · b + c, rounded once where the hardware can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The greater one; where <paramref name="b"/> is NaN, NaN.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>The absolute value.</summary>
    static abstract TVector Abs(TVector a);

    /// <summary>The low bits of each lane moved to where a number has its exponent.</summary>
    static abstract TVector ShiftToExponent(TVector a);

    /// <summary>Lane i of <paramref name="a"/> where bit i of <paramref name="bits"/> is set, of <paramref name="b"/> elsewhere.</summary>
    static abstract TVector Select(ulong bits, TVector a, TVector b);
}
