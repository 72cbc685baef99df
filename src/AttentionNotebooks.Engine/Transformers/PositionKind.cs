namespace AttentionNotebooks;

/// <summary>How the tokens of a <c>Transformer</c> know their places.</summary>
public enum PositionKind
{
    /// <summary>They do not: a sentence is a set.</summary>
    None,

    /// <summary>A learned vector for each place is added.</summary>
    Learned,

    /// <summary>Sines and cosines are added (<see cref="SinusoidalPositions"/>).</summary>
    Sinusoidal,

    /// <summary>Queries and keys are turned (<see cref="RotaryPositions"/>).</summary>
    Rotary,

    /// <summary>Scores get a bias that grows with the distance (<see cref="AttentionNotebooks.Alibi"/>).</summary>
    Alibi,
}
