using System.Runtime.InteropServices;

namespace AttentionNotebooks.Benchmarks.Measuring.Limits;

/// <summary>
/// Arguments and room for results in the nearest cache, as a processor likes them: vectors do not lie across cache lines, and what is read is not at the same place
/// of a page as what was just written, which would be taken for the same memory and waited for.
/// </summary>
internal sealed class AlignedNumbers
{
    public const int Count = 2048;

    private const int CacheLine = 64 / sizeof(float);
    private const int HalfPage = 2048 / sizeof(float);

    [ThreadStatic]
    private static AlignedNumbers? ofThisThread;

    private readonly float[] memory = GC.AllocateArray<float>((2 * Count) + HalfPage + CacheLine, pinned: true);
    private readonly int first;

    private AlignedNumbers()
    {
        var misplaced = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0) / sizeof(float) % CacheLine);
        first = (CacheLine - misplaced) % CacheLine;
        for (var i = 0; i < Count; i++) memory[first + i] = -20f * i / Count;
    }

    public static AlignedNumbers OfThisThread => ofThisThread ??= new();

    public ReadOnlySpan<float> Exponents => memory.AsSpan(first, Count);

    public Span<float> Results => memory.AsSpan(first + Count + HalfPage, Count);
}
