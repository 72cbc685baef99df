using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>The first keys, for every query.</summary>
internal sealed class PrefixKeys(int length) : IKeyMask
{
    public KeyRange SeenByAny(int firstQuery, int endQuery, int keys) => new(0, length);

    public KeyRange SeenByAll(int firstQuery, int endQuery, int keys) => new(0, length);

    public ulong Queries(int key, int firstQuery, int queries) => key < length ? ulong.MaxValue : 0;
}
