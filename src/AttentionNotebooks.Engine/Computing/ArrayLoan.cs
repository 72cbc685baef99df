using System.Buffers;
using System.Runtime.CompilerServices;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Arrays for the length of one call: rented, and given back together.</summary>
/// <remarks>
/// They are parts of a few large ones, each as long as all before it together up to <see cref="UsualBytes"/>, because the pool keeps only some arrays of a size, and a
/// pass through a model needs hundreds.
/// </remarks>
internal sealed class ArrayLoan<T> : IDisposable
    where T : unmanaged
{
    private const int UsualBytes = 1 << 23;

    private readonly List<T[]> rented = new(capacity: 16);
    private ArraySegment<T> rest = ArraySegment<T>.Empty;
    private long rentedLength;

    /// <summary>So many numbers from the start of a cache line on; what they hold is not known.</summary>
    internal ArraySegment<T> Rent(int length)
    {
        int whole = (length + Scratch<T>.CacheLineLength - 1) / Scratch<T>.CacheLineLength * Scratch<T>.CacheLineLength;
        if (rest.Count < whole) rest = RentMore(whole);
        ArraySegment<T> taken = rest[..length];
        rest = rest[whole..];
        return taken;
    }

    /// <summary>Several at a time.</summary>
    internal ArraySegment<T>[] Rent(int[] lengths) => Array.ConvertAll(lengths, Rent);

    public void Dispose()
    {
        foreach (T[] array in rented) ArrayPool<T>.Shared.Return(array);
        rented.Clear();
        rest = ArraySegment<T>.Empty;
        rentedLength = 0;
    }

    private ArraySegment<T> RentMore(int least)
    {
        int usual = (int)Math.Min(rentedLength, UsualBytes / Unsafe.SizeOf<T>());
        T[] array = ArrayPool<T>.Shared.Rent(Math.Max(least + Scratch<T>.CacheLineLength, Math.Max(usual, Scratch<T>.LeastLength)));
        rented.Add(array);
        rentedLength += array.Length;
        return new ArraySegment<T>(array)[Scratch<T>.ToCacheLine(array)..];
    }
}
