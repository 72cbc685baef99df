namespace AttentionNotebooks;

/// <summary>Allows what a table says, keys × queries.</summary>
internal sealed class TableMask(bool[,] allows) : AttentionMask
{
    public override string Name => "custom";

    public override bool Allows(int key, int query) => allows[key, query];

    internal override void CheckFits(int keys, int queries)
    {
        Shape actual = new(allows.GetLength(0), allows.GetLength(1)), expected = new(keys, queries);
        if (actual != expected)
            throw Check.Wrong("mask", $"mask must be keys × queries: mask is {actual}, there are {keys} keys and {queries} queries ({expected}).");
    }
}
