using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The layers of a <see cref="Transformer{T}"/>, from words to scores of words.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TransformerBody<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TokenEmbedding<T> embedding;
    private readonly TransformerBlocks<T> blocks;

    /// <summary>Layers with drawn weights.</summary>
    internal TransformerBody(TransformerConfig config, int seed)
    {
        Initialisation initialisation = new(seed);
        embedding = new TokenEmbedding<T>(config, initialisation);
        blocks = new TransformerBlocks<T>(config, hasNorm: config.NormFirst, initialisation);
        Head = new Linear<T>("head", config.ModelSize, config.VocabularySize, hasBias: false, initialisation);
    }

    /// <summary>From a token's last vector to the scores of all words.</summary>
    internal Linear<T> Head { get; }

    /// <summary>What is learned: embeddings, blocks, the last norm, <c>head.weight</c>.</summary>
    internal IEnumerable<Parameter<T>> Parameters => [.. embedding.Parameters, .. blocks.Parameters, .. Head.Parameters];

    /// <summary>From words to the vectors that the head takes.</summary>
    /// <param name="input">Some sentences.</param>
    /// <param name="loan">Lends the memory of forward and backward pass.</param>
    /// <param name="probe">Looks at the heads, or changes them; null: nobody does.</param>
    internal TransformerPass<T> Forward(TransformerInput<T> input, ArrayLoan<T> loan, TransformerProbe<T>? probe = null)
    {
        TransformerPass<T> pass = new(loan);
        pass.Add(embedding.Forward(input.Tokens, loan));
        blocks.Forward(pass, input, probe);
        return pass;
    }
}
