using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace AttentionNotebooks.Kernels;

/// <summary>Sums whose order is known, so that they have the same bits in every run and wherever the numbers lie.</summary>
/// <remarks>
/// Vectors are counted from the first number on: Σ of the even ones, Σ of the odd ones, then across the lanes, then the rest one by one.
/// <see cref="TensorPrimitives"/> promises no order; what training repeats bit for bit should not rest on one that a later version may change.
/// </remarks>
internal static class Sums
{
    /// <summary>Σ aᵢ.</summary>
    internal static T Sum<T>(ReadOnlySpan<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<Vector<T>> x = MemoryMarshal.Cast<T, Vector<T>>(a);
        Vector<T> even = Vector<T>.Zero, odd = Vector<T>.Zero;
        for (int i = 0; i + 1 < x.Length; i += 2)
        {
            even += x[i];
            odd += x[i + 1];
        }

        if (x.Length % 2 == 1) even += x[^1];
        T sum = Vector.Sum(even + odd);
        foreach (T rest in a[(x.Length * Vector<T>.Count)..]) sum += rest;
        return sum;
    }

    /// <summary>Σ aᵢ·bᵢ.</summary>
    internal static T Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<Vector<T>> x = MemoryMarshal.Cast<T, Vector<T>>(a), y = MemoryMarshal.Cast<T, Vector<T>>(b)[..x.Length];
        Vector<T> even = Vector<T>.Zero, odd = Vector<T>.Zero;
        for (int i = 0; i + 1 < x.Length; i += 2)
        {
            even += x[i] * y[i];
            odd += x[i + 1] * y[i + 1];
        }

        if (x.Length % 2 == 1) even += x[^1] * y[^1];
        T sum = Vector.Sum(even + odd);
        for (int i = x.Length * Vector<T>.Count; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>sums += Σ of the columns.</summary>
    internal static void AddColumns<T>(ReadOnlySpan<T> columns, Span<T> sums)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int start = 0; start < columns.Length; start += sums.Length) TensorPrimitives.Add(sums, columns.Slice(start, sums.Length), sums);
    }

    /// <summary>Each column += the vector.</summary>
    internal static void AddToColumns<T>(ReadOnlySpan<T> vector, Span<T> columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int start = 0; start < columns.Length; start += vector.Length)
        {
            Span<T> column = columns.Slice(start, vector.Length);
            TensorPrimitives.Add(column, vector, column);
        }
    }
}
