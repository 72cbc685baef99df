namespace AttentionNotebooks;

/// <summary>Allows what both of its masks allow.</summary>
internal sealed class BothMask(AttentionMask left, AttentionMask right) : AttentionMask
{
    public override string Name => $"{left.Name} and {right.Name}";

    public override bool Allows(int key, int query) => left.Allows(key, query) && right.Allows(key, query);

    internal override void CheckFits(int keys, int queries)
    {
        left.CheckFits(keys, queries);
        right.CheckFits(keys, queries);
    }
}
