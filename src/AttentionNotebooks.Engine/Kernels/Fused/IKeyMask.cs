namespace AttentionNotebooks.Kernels;

/// <summary>A mask as the kernels ask for it: what to leave out, what needs no asking, and the bits in between.</summary>
internal interface IKeyMask
{
    /// <summary>Keys outside of this range are seen by none of the queries.</summary>
    KeyRange SeenByAny(int firstQuery, int endQuery, int keys);

    /// <summary>Keys in this range are seen by each of the queries.</summary>
    KeyRange SeenByAll(int firstQuery, int endQuery, int keys);

    /// <summary>Bit i: query <paramref name="firstQuery"/> + i sees the key. Bits beyond the last query are of no account.</summary>
    /// <param name="key">Index of the key.</param>
    /// <param name="firstQuery">Index of the first query, a multiple of 2.</param>
    /// <param name="queries">How many queries are asked for, at most 64.</param>
    ulong Queries(int key, int firstQuery, int queries);
}
