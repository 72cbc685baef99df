namespace AttentionNotebooks;

/// <summary>A formula with the very numbers.</summary>
/// <param name="Words">Which entry this is.</param>
/// <param name="Pieces">The equation, in pieces between which a line may break.</param>
internal sealed record WorkedExample(string Words, params Formula[] Pieces);
