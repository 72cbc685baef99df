using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AttentionNotebooks.Kernels;

/// <summary>Memory for the length of one call, rented and given back, and aligned to cache lines: a vector that crosses two of them costs a quarter of the speed.</summary>
internal readonly ref struct Scratch<T> : IDisposable
    where T : unmanaged
{
    private const int CacheLine = 64;

    /// <summary>From here on arrays lie where the garbage collector does not move them, so that they stay aligned.</summary>
    private const int LargeObject = 86_000;

    private readonly T[] rented;

    /// <summary>Rents so many numbers; what they hold is not known.</summary>
    internal Scratch(long length)
    {
        rented = ArrayPool<T>.Shared.Rent(checked((int)Math.Max(length + CacheLineLength, LeastLength)));
        Values = rented.AsSpan(ToCacheLine(rented), checked((int)length));
    }

    /// <summary>As long as an array must be to stay where it is.</summary>
    internal static int LeastLength => LargeObject / Unsafe.SizeOf<T>();

    /// <summary>How many numbers a cache line holds.</summary>
    internal static int CacheLineLength => CacheLine / Unsafe.SizeOf<T>();

    /// <summary>The rented numbers.</summary>
    internal Span<T> Values { get; }

    public void Dispose() => ArrayPool<T>.Shared.Return(rented);

    /// <summary>How many numbers of an array lie before its first cache line begins.</summary>
    internal static int ToCacheLine(T[] array)
    {
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        return (int)((CacheLine - (address % CacheLine)) % CacheLine) / Unsafe.SizeOf<T>();
    }
}
