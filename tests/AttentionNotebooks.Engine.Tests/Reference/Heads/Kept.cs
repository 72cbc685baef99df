namespace AttentionNotebooks.Engine.Tests.Reference.Heads;

/// <summary>What a call keeps besides the output.</summary>
public enum Kept
{
    Nothing,
    Weights,
    Everything,
}
