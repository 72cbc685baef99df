namespace AttentionNotebooks;

/// <summary>One step of the lesson: in words, in symbols, in numbers, in pictures.</summary>
internal sealed record Step
{
    /// <summary>What is made here, for example <c>Scores</c>.</summary>
    internal required string Title { get; init; }

    /// <summary>What happens, in one plain sentence.</summary>
    internal required string Words { get; init; }

    /// <summary>The formula beside the title.</summary>
    internal required Formula Headline { get; init; }

    /// <summary>The shape of what is made; null where it is several things of different shapes.</summary>
    internal Shape? Shape { get; init; }

    /// <summary>The formulas in full, each in pieces between which a line may break.</summary>
    internal IReadOnlyList<Formula[]> Formulas { get; init; } = [];

    /// <summary>The shapes of the formula's parts, for example <c>4×7 = 4×8 · 8×7</c>.</summary>
    internal IReadOnlyList<string> Shapes { get; init; } = [];

    /// <summary>The formula with the very numbers, for one entry.</summary>
    internal WorkedExample? Example { get; init; }

    /// <summary>What goes in and what comes out.</summary>
    internal IReadOnlyList<Figure> Pictures { get; init; } = [];
}
