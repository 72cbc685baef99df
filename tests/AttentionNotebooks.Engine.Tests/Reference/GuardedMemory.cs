using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Numbers that end where a page begins that nobody may touch: to read or write one number too many ends the process.</summary>
/// <typeparam name="T">What the numbers are.</typeparam>
internal sealed class GuardedMemory<T> : IDisposable
    where T : unmanaged
{
    private readonly nint start, bytes, first;
    private readonly int length;

    /// <summary>A copy of these numbers.</summary>
    public GuardedMemory(ReadOnlySpan<T> numbers)
    {
        nint page = Environment.SystemPageSize, used = numbers.Length * Unsafe.SizeOf<T>();
        length = numbers.Length;
        bytes = ((used + page - 1) / page * page) + page;
        start = MemoryPages.Take(bytes);
        first = start + bytes - page - used;
        numbers.CopyTo(Span);
    }

    /// <summary>The numbers.</summary>
    public Span<T> Span => MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), first), length);

    public void Dispose() => MemoryPages.GiveBack(start, bytes);
}
