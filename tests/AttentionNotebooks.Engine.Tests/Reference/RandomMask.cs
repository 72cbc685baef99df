namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Masks of every kind and any size, alone and combined.</summary>
internal static class RandomMask
{
    /// <summary>No mask, one, or what two of them allow.</summary>
    public static AttentionMask? Of(int keys, int queries, int seed)
    {
        Random random = new(seed);
        return random.Next(4) switch
        {
            0 => null,
            1 => One(keys, queries, random) & One(keys, queries, random),
            _ => One(keys, queries, random),
        };
    }

    private static AttentionMask One(int keys, int queries, Random random)
    {
        int salt = random.Next(1000);
        return random.Next(6) switch
        {
            0 => AttentionMask.Causal,
            1 => AttentionMask.Padding(random.Next(keys + 2)),
            2 => AttentionMask.Padding([.. Enumerable.Range(0, keys).Select(key => Scattered(key, 0, salt))]),
            3 => AttentionMask.SlidingWindow(random.Next(keys)),
            4 => AttentionMask.Custom(Table(keys, queries, salt)),
            _ => AttentionMask.Custom((key, query) => Scattered(key, query, salt)),
        };
    }

    private static bool Scattered(int key, int query, int salt) => ((key * 7919) + (query * 104_729) + salt) % 5 < 3;

    private static bool[,] Table(int keys, int queries, int salt)
    {
        bool[,] table = new bool[keys, queries];
        for (int key = 0; key < keys; key++)
        {
            for (int query = 0; query < queries; query++) table[key, query] = Scattered(key, query, salt);
        }

        return table;
    }
}
