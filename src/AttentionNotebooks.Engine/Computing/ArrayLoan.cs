using System.Buffers;

namespace AttentionNotebooks;

/// <summary>Arrays for the length of one call: rented, and given back together.</summary>
internal sealed class ArrayLoan<T> : IDisposable
    where T : unmanaged
{
    private readonly List<T[]> rented = [];

    /// <summary>So many numbers; what they hold is not known.</summary>
    internal ArraySegment<T> Rent(int length)
    {
        T[] array = ArrayPool<T>.Shared.Rent(length);
        rented.Add(array);
        return new ArraySegment<T>(array, 0, length);
    }

    public void Dispose()
    {
        foreach (T[] array in rented) ArrayPool<T>.Shared.Return(array);
        rented.Clear();
    }
}
