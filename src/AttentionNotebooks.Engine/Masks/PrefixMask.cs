using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Allows the first keys; the rest is padding.</summary>
internal sealed class PrefixMask(int length) : AttentionMask
{
    public override string Name => "padding";

    public override bool Allows(int key, int query) => key < length;

    internal override IKeyMask? ForKernels(int keys, int queries) => new PrefixKeys(length);
}
