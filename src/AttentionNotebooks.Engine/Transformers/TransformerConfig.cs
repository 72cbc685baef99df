namespace AttentionNotebooks;

/// <summary>The shape of a <c>Transformer</c>: what is not learned.</summary>
public sealed record TransformerConfig
{
    /// <summary>How many words there are to embed, and to predict.</summary>
    public required int VocabularySize { get; init; }

    /// <summary>r, the features of a token.</summary>
    public required int ModelSize { get; init; }

    /// <summary>How many blocks.</summary>
    public required int Layers { get; init; }

    /// <summary>h, the heads of a block; divides <see cref="ModelSize"/>.</summary>
    public required int Heads { get; init; }

    /// <summary>g, the heads that have keys and values of their own; divides <see cref="Heads"/>. Null: as many as <see cref="Heads"/>.</summary>
    public int? KeyValueHeads { get; init; }

    /// <summary>The features inside the feed-forward network. Null: 4·r.</summary>
    public int? FeedForwardSize { get; init; }

    /// <summary>The most tokens of a sentence, where positions are learned.</summary>
    public int MaxTokens { get; init; } = 64;

    /// <summary>True: a decoder, whose tokens see only those before them and themselves. False: an encoder, whose tokens see all.</summary>
    public bool IsCausal { get; init; }

    /// <summary>True: the norm stands before each step (Xiong et al. 2020). False: behind the residual sum (Vaswani et al. 2017).</summary>
    public bool NormFirst { get; init; } = true;

    /// <summary>Which norm.</summary>
    public NormKind Norm { get; init; } = NormKind.LayerNorm;

    /// <summary>What the feed-forward network does between its two matrices.</summary>
    public ActivationKind Activation { get; init; } = ActivationKind.Gelu;

    /// <summary>How tokens know their places.</summary>
    public PositionKind Positions { get; init; } = PositionKind.Learned;

    /// <summary>Whether each block also attends to the output of an encoder (cross-attention).</summary>
    public bool CrossAttends { get; init; }

    /// <summary>Whether linear layers have biases.</summary>
    public bool HasBiases { get; init; } = true;

    /// <summary>The standard deviation of embeddings before training. 0.02 as in GPT-2 (Radford et al. 2019); greater where one token's word is to outweigh what heads add to it at first.</summary>
    public double EmbeddingDeviation { get; init; } = 0.02;

    /// <summary>What is added to a variance before its root is taken.</summary>
    public double NormEpsilon { get; init; } = 1e-5;
}
