using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace AttentionNotebooks.Kernels;

/// <summary>exp, sigmoid and tanh of a span, in place, with the same bits wherever the span lies in memory.</summary>
/// <remarks>
/// Where e^x is no normal number (|x| &gt; 708 in double, and −∞ of a mask), <see cref="TensorPrimitives"/> computes the whole SIMD vector around x by scalars, which
/// differ from the vectors in the last bit; and how a long span is cut into vectors depends on its address. So x is first clamped to where e^x is normal,
/// which is faster too, and what was too small becomes the 0 that it rounds to. NaN stays NaN.
/// </remarks>
internal static class Exponential
{
    /// <summary>e^x for x ≤ 0.</summary>
    internal static void Exp<T>(Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Max(values, Least<T>(), values);
        TensorPrimitives.Exp(values, values);
        ClearTheLeast(values);
    }

    /// <summary>1 / (1 + e^−x).</summary>
    internal static void Sigmoid<T>(Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Clamp(values, -Least<T>());
        TensorPrimitives.Sigmoid<T>(values, values);
        ClearTheLeast(values);
    }

    /// <summary>tanh x, which is ±1 in every precision long before the clamp.</summary>
    internal static void Tanh<T>(Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Clamp(values, T.CreateChecked(64));
        TensorPrimitives.Tanh<T>(values, values);
    }

    private static void Clamp<T>(Span<T> values, T bound)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Max(values, -bound, values);
        TensorPrimitives.Min(values, bound, values);
    }

    /// <summary>Just above the logarithm of the smallest normal number: −707.4 in double, −86.3 in float.</summary>
    private static T Least<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => T.Log(T.Epsilon / (T.BitIncrement(T.One) - T.One)) + T.One;

    private static void ClearTheLeast<T>(Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Twice, so that no rounding of exp keeps one alive.
        T least = T.CreateChecked(2) * T.Exp(Least<T>());
        Span<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        Vector<T> greatestCleared = new(least);
        foreach (ref Vector<T> vector in vectors) vector = Vector.AndNot(vector, Vector.LessThanOrEqual(vector, greatestCleared));
        foreach (ref T value in values[(vectors.Length * Vector<T>.Count)..])
        {
            if (value <= least) value = T.Zero;
        }
    }
}
