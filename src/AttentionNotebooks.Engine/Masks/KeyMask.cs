namespace AttentionNotebooks;

/// <summary>Allows the same keys to every query.</summary>
internal sealed class KeyMask(bool[] isToken) : AttentionMask
{
    public override string Name => "padding";

    public override bool Allows(int key, int query) => isToken[key];

    internal override void CheckFits(int keys, int queries)
    {
        if (isToken.Length != keys)
            throw Check.Wrong("mask", $"mask must have an entry for each key: it has {isToken.Length}, there are {keys} keys.");
    }
}
