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

    public void Dispose()
    {
        foreach (T[] array in rented) ArrayPool<T>.Shared.Return(array);
        rented.Clear();
    }
}
