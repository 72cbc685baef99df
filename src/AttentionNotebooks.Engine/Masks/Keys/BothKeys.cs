using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Keys that both masks let through.</summary>
internal sealed class BothKeys(IKeyMask left, IKeyMask right) : IKeyMask
{
    public KeyRange SeenByAny(int firstQuery, int endQuery, int keys) =>
        left.SeenByAny(firstQuery, endQuery, keys).And(right.SeenByAny(firstQuery, endQuery, keys));

    public KeyRange SeenByAll(int firstQuery, int endQuery, int keys) =>
        left.SeenByAll(firstQuery, endQuery, keys).And(right.SeenByAll(firstQuery, endQuery, keys));

    public ulong Queries(int key, int firstQuery, int queries) => left.Queries(key, firstQuery, queries) & right.Queries(key, firstQuery, queries);
}
