using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Forbids nothing.</summary>
internal sealed class OpenMask : AttentionMask
{
    public override string Name => "none";

    public override bool Allows(int key, int query) => true;

    internal override IKeyMask? ForKernels(int keys, int queries) => null;
}
