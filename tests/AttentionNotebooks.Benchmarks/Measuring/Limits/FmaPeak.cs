using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AttentionNotebooks.Benchmarks.Measuring.Limits;

/// <summary>Multiply-adds of floats a second on one thread, all operands in registers.</summary>
internal static class FmaPeak
{
    private const int Turns = 8_000;

    /// <summary>As many as there are registers for, and more than latency × units of any processor of today.</summary>
    private const int Accumulators = 12;

    private static float sink;

    public static double Measure<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        var start = Stopwatch.GetTimestamp();
        sink += Run<TLanes>();
        return (double)Turns * Accumulators * TLanes.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes a = TLanes.Create(0.5f), b = TLanes.Create(0.25f);
        TLanes s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a, s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
        for (var turn = 0; turn < Turns; turn++)
        {
            s0 = TLanes.MultiplyAdd(s0, a, b);
            s1 = TLanes.MultiplyAdd(s1, a, b);
            s2 = TLanes.MultiplyAdd(s2, a, b);
            s3 = TLanes.MultiplyAdd(s3, a, b);
            s4 = TLanes.MultiplyAdd(s4, a, b);
            s5 = TLanes.MultiplyAdd(s5, a, b);
            s6 = TLanes.MultiplyAdd(s6, a, b);
            s7 = TLanes.MultiplyAdd(s7, a, b);
            s8 = TLanes.MultiplyAdd(s8, a, b);
            s9 = TLanes.MultiplyAdd(s9, a, b);
            s10 = TLanes.MultiplyAdd(s10, a, b);
            s11 = TLanes.MultiplyAdd(s11, a, b);
        }

        return s0.First() + s1.First() + s2.First() + s3.First() + s4.First() + s5.First()
            + s6.First() + s7.First() + s8.First() + s9.First() + s10.First() + s11.First();
    }
}
