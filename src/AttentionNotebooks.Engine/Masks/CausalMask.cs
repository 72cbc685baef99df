using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Allows the query itself and what came before it.</summary>
internal sealed class CausalMask : AttentionMask
{
    public override string Name => "causal";

    public override bool Allows(int key, int query) => key <= query;

    internal override IKeyMask? ForKernels(int keys, int queries) => new CausalKeys();
}
