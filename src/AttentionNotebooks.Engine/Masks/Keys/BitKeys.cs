using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Any mask, asked once for every pair and kept as one bit for each: a row of bits a key.</summary>
internal sealed class BitKeys : IKeyMask
{
    private readonly ulong[] words;
    private readonly int wordsPerKey;

    private BitKeys(ulong[] words, int wordsPerKey)
    {
        this.words = words;
        this.wordsPerKey = wordsPerKey;
    }

    public KeyRange SeenByAny(int firstQuery, int endQuery, int keys) => KeyRange.All(keys);

    public KeyRange SeenByAll(int firstQuery, int endQuery, int keys) => KeyRange.None;

    public ulong Queries(int key, int firstQuery, int queries) => words[(key * (long)wordsPerKey) + (firstQuery / 64)] >> (firstQuery % 64);

    internal static BitKeys Of(AttentionMask mask, int keys, int queries)
    {
        int wordsPerKey = (queries + 63) / 64;
        ulong[] words = new ulong[keys * (long)wordsPerKey];
        for (int key = 0; key < keys; key++)
        {
            for (int query = 0; query < queries; query++)
            {
                if (mask.Allows(key, query)) words[(key * (long)wordsPerKey) + (query / 64)] |= 1UL << (query % 64);
            }
        }

        return new BitKeys(words, wordsPerKey);
    }
}
