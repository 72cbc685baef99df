namespace AttentionNotebooks;

/// <summary>Which two entries of a vector turn together.</summary>
public enum RotaryLayout
{
    /// <summary>Neighbours, 2k and 2k+1, as the paper writes it (RoFormer, GPT-J).</summary>
    Interleaved,

    /// <summary>k and k + d/2, as many published models store it (GPT-NeoX, Llama).</summary>
    Halves,
}
