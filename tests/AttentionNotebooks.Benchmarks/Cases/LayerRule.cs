namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>What stands between the projections of a layer.</summary>
internal enum LayerRule
{
    Softmax,
    Sigmoid,
    Relu,
    Sparsemax,
    Bilinear,
    Alibi,
    Rotary,
    Window,
    CustomMask,
}
