namespace AttentionNotebooks;

/// <summary>What a state dict does not tell of its <c>nn.TransformerEncoderLayer</c>. What is not set is as PyTorch sets it.</summary>
public sealed record EncoderSettings
{
    /// <summary>h, <c>nhead</c>; divides the features of a token.</summary>
    public required int Heads { get; init; }

    /// <summary><c>activation</c>: <see cref="ActivationKind.Relu"/> or <see cref="ActivationKind.Gelu"/>.</summary>
    public ActivationKind Activation { get; init; } = ActivationKind.Relu;

    /// <summary><c>norm_first</c>: the norm before each step (Xiong et al. 2020), or behind the residual sum (Vaswani et al. 2017).</summary>
    public bool NormFirst { get; init; }

    /// <summary><c>layer_norm_eps</c>: what is added to a variance before its root is taken.</summary>
    public double NormEpsilon { get; init; } = 1e-5;

    /// <summary>Whether a token sees only those before it and itself, as with <c>generate_square_subsequent_mask</c>.</summary>
    public bool IsCausal { get; init; }
}
