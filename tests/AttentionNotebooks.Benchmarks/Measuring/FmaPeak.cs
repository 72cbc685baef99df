using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>Multiply-adds of floats a second on one thread, all operands in registers.</summary>
internal static class FmaPeak
{
    private const int Turns = 8_000;

    /// <summary>As many as there are registers for, and more than latency × units of any processor of today.</summary>
    private const int Accumulators = 12;

    private static float sink;

    public static double Measure() =>
        Vector512.IsHardwareAccelerated ? Measure<Lanes512>()
        : Vector256.IsHardwareAccelerated ? Measure<Lanes256>()
        : Measure<Lanes128>();

    private static double Measure<TLanes>()
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

        return TLanes.First(s0) + TLanes.First(s1) + TLanes.First(s2) + TLanes.First(s3) + TLanes.First(s4) + TLanes.First(s5)
            + TLanes.First(s6) + TLanes.First(s7) + TLanes.First(s8) + TLanes.First(s9) + TLanes.First(s10) + TLanes.First(s11);
    }

    private interface ILanes<TSelf>
    {
        static abstract int Count { get; }

        static abstract TSelf Create(float value);

        static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

        static abstract float First(TSelf lanes);
    }

    private readonly record struct Lanes512(Vector512<float> Values) : ILanes<Lanes512>
    {
        public static int Count => Vector512<float>.Count;

        public static Lanes512 Create(float value) => new(Vector512.Create(value));

        public static Lanes512 MultiplyAdd(Lanes512 left, Lanes512 right, Lanes512 addend) =>
            new(Vector512.MultiplyAddEstimate(left.Values, right.Values, addend.Values));

        public static float First(Lanes512 lanes) => lanes.Values.ToScalar();
    }

    private readonly record struct Lanes256(Vector256<float> Values) : ILanes<Lanes256>
    {
        public static int Count => Vector256<float>.Count;

        public static Lanes256 Create(float value) => new(Vector256.Create(value));

        public static Lanes256 MultiplyAdd(Lanes256 left, Lanes256 right, Lanes256 addend) =>
            new(Vector256.MultiplyAddEstimate(left.Values, right.Values, addend.Values));

        public static float First(Lanes256 lanes) => lanes.Values.ToScalar();
    }

    private readonly record struct Lanes128(Vector128<float> Values) : ILanes<Lanes128>
    {
        public static int Count => Vector128<float>.Count;

        public static Lanes128 Create(float value) => new(Vector128.Create(value));

        public static Lanes128 MultiplyAdd(Lanes128 left, Lanes128 right, Lanes128 addend) =>
            new(Vector128.MultiplyAddEstimate(left.Values, right.Values, addend.Values));

        public static float First(Lanes128 lanes) => lanes.Values.ToScalar();
    }
}
