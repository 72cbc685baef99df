namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Every kind of mask, by name, so that theories can cross it with everything else.</summary>
public enum MaskCase
{
    None,
    Causal,
    PaddingByLength,
    PaddingByList,
    SlidingWindow,
    Table,
    Predicate,
    CausalWindow,
    CausalPaddingTable,
    Nothing,
}

internal static class MaskCases
{
    private const int Radius = 2;

    public static AttentionMask? Engine(this MaskCase name, int keys, int queries) => name switch
    {
        MaskCase.None => null,
        MaskCase.Causal => AttentionMask.Causal,
        MaskCase.PaddingByLength => AttentionMask.Padding(keys - (keys / 3)),
        MaskCase.PaddingByList => AttentionMask.Padding([.. Enumerable.Range(0, keys).Select(IsToken)]),
        MaskCase.SlidingWindow => AttentionMask.SlidingWindow(Radius),
        MaskCase.Table => AttentionMask.Custom(Table(keys, queries)),
        MaskCase.Predicate => AttentionMask.Custom(Scattered),
        MaskCase.CausalWindow => AttentionMask.Causal & AttentionMask.SlidingWindow(Radius),
        MaskCase.CausalPaddingTable =>
            AttentionMask.Causal & AttentionMask.Padding(keys - (keys / 3)) & AttentionMask.Custom(Table(keys, queries)),
        MaskCase.Nothing => AttentionMask.Custom((_, _) => false),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>(key, query) → may attend.</summary>
    public static Func<int, int, bool> Formula(this MaskCase name, int keys) => name switch
    {
        MaskCase.None => (_, _) => true,
        MaskCase.Causal => (key, query) => key <= query,
        MaskCase.PaddingByLength => (key, _) => key < keys - (keys / 3),
        MaskCase.PaddingByList => (key, _) => IsToken(key),
        MaskCase.SlidingWindow => (key, query) => key >= query - Radius && key <= query + Radius,
        MaskCase.Table or MaskCase.Predicate => Scattered,
        MaskCase.CausalWindow => (key, query) => key <= query && key >= query - Radius,
        MaskCase.CausalPaddingTable => (key, query) => key <= query && key < keys - (keys / 3) && Scattered(key, query),
        MaskCase.Nothing => (_, _) => false,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static bool IsToken(int key) => key % 4 != 1;

    private static bool Scattered(int key, int query) => ((7 * key) + (3 * query)) % 5 != 0;

    private static bool[,] Table(int keys, int queries)
    {
        bool[,] table = new bool[keys, queries];
        for (int key = 0; key < keys; key++)
        {
            for (int query = 0; query < queries; query++) table[key, query] = Scattered(key, query);
        }

        return table;
    }
}
