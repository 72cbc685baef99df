namespace AttentionNotebooks;

/// <summary>Bits for 64 queries, the first one lowest.</summary>
internal static class QueryBits
{
    /// <summary>All bits from one on; all where it lies before the first, none where it lies behind the last.</summary>
    internal static ulong From(long first) => first <= 0 ? ulong.MaxValue : first < 64 ? ulong.MaxValue << (int)first : 0;
}
