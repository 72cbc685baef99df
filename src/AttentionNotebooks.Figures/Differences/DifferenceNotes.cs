namespace AttentionNotebooks;

/// <summary>What a reader of a difference needs to know about the two maps.</summary>
internal static class DifferenceNotes
{
    internal static IEnumerable<string> Of(AttentionDifference difference)
    {
        yield return "Blue: the first map has more weight; orange: the second has more.";
        foreach (string note in difference.First.Notes) yield return $"First: {note}";
        foreach (string note in difference.Second.Notes) yield return $"Second: {note}";
        if (!Same(difference.First.KeyLabels, difference.Second.KeyLabels) || !Same(difference.First.QueryLabels, difference.Second.QueryLabels))
            yield return "The labels are those of the first map; the second has others.";
    }

    private static bool Same(IReadOnlyList<string>? first, IReadOnlyList<string>? second) => first is null ? second is null : second is not null && first.SequenceEqual(second);
}
