namespace AttentionNotebooks.Engine.Tests.Reference.Lanes;

/// <summary>Every finish of a tile, by name.</summary>
public enum FinishCase
{
    Overwrite,
    Rescale,
    Accumulate,
}
