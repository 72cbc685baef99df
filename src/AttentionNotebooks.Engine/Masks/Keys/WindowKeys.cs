using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Keys at most so far from the query, on both sides.</summary>
internal sealed class WindowKeys(int radius) : IKeyMask
{
    public KeyRange SeenByAny(int firstQuery, int endQuery, int keys) => Range(firstQuery - (long)radius, endQuery + (long)radius, keys);

    public KeyRange SeenByAll(int firstQuery, int endQuery, int keys) => Range(endQuery - 1L - radius, firstQuery + 1L + radius, keys);

    public ulong Queries(int key, int firstQuery, int queries)
    {
        long distance = key - (long)firstQuery;
        return QueryBits.From(distance - radius) & ~QueryBits.From(distance + radius + 1);
    }

    private static KeyRange Range(long first, long end, int keys) => new((int)Math.Clamp(first, 0, keys), (int)Math.Clamp(end, 0, keys));
}
