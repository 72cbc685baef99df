using AttentionNotebooks.Kernels;

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

    internal override IKeyMask? ForKernels(int keys, int queries)
    {
        IKeyMask? first = left.ForKernels(keys, queries), second = right.ForKernels(keys, queries);
        return first is null ? second : second is null ? first : new BothKeys(first, second);
    }
}
