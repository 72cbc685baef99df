using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AttentionNotebooks.Benchmarks.Measuring.Limits;

/// <summary>
/// Exponentials of floats a second on one thread, from and to the nearest cache: 2^x as a rounded exponent and a polynomial of degree 5 for the rest,
/// which is what the precision of a float takes. Arguments out of range are not looked at, so it is faster than any that could be used.
/// </summary>
internal static class ExponentialRate
{
    private const int Turns = 64;

    /// <summary>Added to a float, it rounds it to an integer and leaves that, with the exponent's bias, in the lowest bits.</summary>
    private const float Round = 12_582_912 + 127;

    public static double Measure<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        var numbers = AlignedNumbers.OfThisThread;
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < Turns; turn++) TwoToThe<TLanes>(numbers.Exponents, numbers.Results);
        return (double)AlignedNumbers.Count * Turns / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TwoToThe<TLanes>(ReadOnlySpan<float> exponents, Span<float> results)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes round = TLanes.Create(Round), c0 = TLanes.Create(1f), c1 = TLanes.Create(6.9314698e-1f), c2 = TLanes.Create(2.4022107e-1f),
            c3 = TLanes.Create(5.5507337e-2f), c4 = TLanes.Create(9.6708599e-3f), c5 = TLanes.Create(1.3264815e-3f);
        ref var source = ref MemoryMarshal.GetReference(exponents);
        ref var destination = ref MemoryMarshal.GetReference(results);
        for (nuint i = 0; i < (nuint)results.Length; i += (nuint)TLanes.Count)
        {
            var x = TLanes.Load(ref source, i);
            var rounded = x + round;
            var f = x - (rounded - round);
            var g = f * f;
            var high = TLanes.MultiplyAdd(TLanes.MultiplyAdd(c5, f, c4), g, TLanes.MultiplyAdd(c3, f, c2));
            var power = TLanes.MultiplyAdd(high, g, TLanes.MultiplyAdd(c1, f, c0));
            (power * TLanes.ShiftToExponent(rounded)).Store(ref destination, i);
        }
    }
}
