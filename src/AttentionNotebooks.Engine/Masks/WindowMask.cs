using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Allows keys at most so far away.</summary>
internal sealed class WindowMask(int radius) : AttentionMask
{
    public override string Name => "sliding window";

    public override bool Allows(int key, int query) => Math.Abs(key - query) <= radius;

    internal override IKeyMask? ForKernels(int keys, int queries) => new WindowKeys(radius);
}
