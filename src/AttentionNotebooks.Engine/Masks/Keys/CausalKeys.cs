using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Keys up to the query itself.</summary>
internal sealed class CausalKeys : IKeyMask
{
    public KeyRange SeenByAny(int firstQuery, int endQuery, int keys) => new(0, endQuery);

    public KeyRange SeenByAll(int firstQuery, int endQuery, int keys) => new(0, firstQuery + 1);

    public ulong Queries(int key, int firstQuery, int queries) => QueryBits.From(key - (long)firstQuery);
}
