using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Blocks one after another and, where there is one, the norm behind the last: <c>nn.TransformerEncoder</c>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TransformerBlocks<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TransformerBlock<T>[] blocks;
    private readonly Layer<T>? norm;

    /// <summary>Blocks with drawn weights.</summary>
    /// <param name="config">The model.</param>
    /// <param name="hasNorm">Whether there is a norm behind the last.</param>
    /// <param name="initialisation">Draws the weights.</param>
    internal TransformerBlocks(TransformerConfig config, bool hasNorm, Initialisation initialisation)
    {
        blocks = [.. Enumerable.Range(0, config.Layers).Select(layer => new TransformerBlock<T>($"layers.{layer}", config, initialisation))];
        norm = hasNorm ? Norms.Create<T>("norm", config) : null;
    }

    /// <summary>What is learned.</summary>
    internal IEnumerable<Parameter<T>> Parameters => [.. blocks.SelectMany(block => block.Parameters), .. norm?.Parameters ?? []];

    /// <summary>Adds their steps to a pass.</summary>
    /// <param name="pass">What came before.</param>
    /// <param name="input">The sentences, and what they attend to.</param>
    /// <param name="probe">Looks at the heads, or changes them; null: nobody does.</param>
    internal void Forward(TransformerPass<T> pass, TransformerInput<T> input, TransformerProbe<T>? probe)
    {
        for (int layer = 0; layer < blocks.Length; layer++) blocks[layer].Forward(pass, input, probe?.Heads(layer), probe?.CrossHeads(layer));
        if (norm is not null) pass.Add(norm.Forward(pass.Output, pass.Loan));
    }
}
