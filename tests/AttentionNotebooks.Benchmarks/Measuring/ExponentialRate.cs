using System.Diagnostics;
using System.Numerics.Tensors;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>Exponentials of floats a second on one thread, the numbers in the nearest cache.</summary>
internal static class ExponentialRate
{
    private const int Count = 2048;
    private const int Turns = 64;

    [ThreadStatic]
    private static float[]? exponents;

    [ThreadStatic]
    private static float[]? results;

    public static double Measure()
    {
        exponents ??= [.. Enumerable.Range(0, Count).Select(i => -20f * i / Count)];
        results ??= new float[Count];
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < Turns; turn++) TensorPrimitives.Exp(exponents, results);
        return (double)Count * Turns / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
