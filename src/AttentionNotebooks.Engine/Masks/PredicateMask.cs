namespace AttentionNotebooks;

/// <summary>Allows what a rule says.</summary>
internal sealed class PredicateMask(Func<int, int, bool> allows) : AttentionMask
{
    public override string Name => "custom";

    public override bool Allows(int key, int query) => allows(key, query);
}
