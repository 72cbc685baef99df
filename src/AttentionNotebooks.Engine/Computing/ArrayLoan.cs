using System.Buffers;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Arrays for the length of one call: rented, and given back together.</summary>
internal sealed class ArrayLoan<T> : IDisposable
    where T : unmanaged
{
    private readonly List<T[]> rented = [];

    /// <summary>So many numbers from the start of a cache line on; what they hold is not known.</summary>
    internal ArraySegment<T> Rent(int length)
    {
        T[] array = ArrayPool<T>.Shared.Rent(length + Scratch<T>.CacheLineLength);
        rented.Add(array);
        return new ArraySegment<T>(array, Scratch<T>.ToCacheLine(array), length);
    }

    /// <summary>Parts of one array, as the pool keeps only some arrays of a size; each begins at a cache line.</summary>
    internal ArraySegment<T>[] Rent(int[] lengths)
    {
        ArraySegment<T> all = Rent(lengths.Sum(WholeLines));
        ArraySegment<T>[] parts = new ArraySegment<T>[lengths.Length];
        for (int part = 0, start = 0; part < parts.Length; start += WholeLines(lengths[part]), part++) parts[part] = all.Slice(start, lengths[part]);
        return parts;
    }

    public void Dispose()
    {
        foreach (T[] array in rented) ArrayPool<T>.Shared.Return(array);
        rented.Clear();
    }

    private static int WholeLines(int length) => (length + Scratch<T>.CacheLineLength - 1) / Scratch<T>.CacheLineLength * Scratch<T>.CacheLineLength;
}
