using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace AttentionNotebooks.Kernels;

/// <summary>One step of AdamW (Loshchilov &amp; Hutter 2019, algorithm 2) on the numbers of one parameter.</summary>
/// <remarks>
/// <code>
/// m ← β₁·m + (1 − β₁)·g          first moment
/// v ← β₂·v + (1 − β₂)·g²         second moment
/// θ ← decay·θ − rate·m / (√v/root + ε)
/// </code>
/// decay = 1 − η·λ, rate = η/(1 − β₁ᵗ) and root = √(1 − β₂ᵗ) at step t with learning rate η and weight decay λ.
/// Each number is computed for itself, so the lanes of a vector and the rest behind them give the same bits.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly struct AdamWUpdate<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal required T Beta1 { get; init; }

    internal required T Beta2 { get; init; }

    internal required T Decay { get; init; }

    internal required T Rate { get; init; }

    internal required T Root { get; init; }

    internal required T Epsilon { get; init; }

    /// <summary>All spans are of one length and do not overlap.</summary>
    internal void Apply(ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> values)
    {
        Debug.Assert(gradient.Length == values.Length && first.Length == values.Length && second.Length == values.Length);
        int whole = values.Length - (values.Length % Vector<T>.Count);
        ReadOnlySpan<Vector<T>> g = MemoryMarshal.Cast<T, Vector<T>>(gradient);
        Span<Vector<T>> m = MemoryMarshal.Cast<T, Vector<T>>(first), v = MemoryMarshal.Cast<T, Vector<T>>(second), x = MemoryMarshal.Cast<T, Vector<T>>(values);
        for (int index = 0; index < x.Length; index++)
        {
            m[index] = (m[index] * Beta1) + (g[index] * (T.One - Beta1));
            v[index] = (v[index] * Beta2) + (g[index] * g[index] * (T.One - Beta2));
            Vector<T> spread = (Vector.SquareRoot(v[index]) * (T.One / Root)) + new Vector<T>(Epsilon);
            x[index] = (x[index] * Decay) - (m[index] * Rate / spread);
        }

        for (int index = whole; index < values.Length; index++)
        {
            first[index] = (first[index] * Beta1) + (gradient[index] * (T.One - Beta1));
            second[index] = (second[index] * Beta2) + (gradient[index] * gradient[index] * (T.One - Beta2));
            T spread = (T.Sqrt(second[index]) * (T.One / Root)) + Epsilon;
            values[index] = (values[index] * Decay) - (first[index] * Rate / spread);
        }
    }
}
