namespace AttentionNotebooks;

/// <summary>Which of many rows or columns are shown: all, or the first and the last with a gap between.</summary>
internal sealed class Window
{
    private Window(int count, int?[] places)
    {
        Count = count;
        Places = places;
    }

    /// <summary>How many there are.</summary>
    internal int Count { get; }

    /// <summary>The indices that are shown, in order; null is the gap.</summary>
    internal IReadOnlyList<int?> Places { get; }

    internal int Shown => Places.Count(place => place is not null);

    internal int Hidden => Count - Shown;

    /// <summary>At most <paramref name="limit"/>, or one more where the gap would take the room of the one that it hides.</summary>
    internal static Window Of(int count, int limit)
    {
        if (count <= limit + 1) return new Window(count, [.. Enumerable.Range(0, count)]);
        int last = limit / 2;
        IEnumerable<int?> head = Enumerable.Range(0, limit - last).Cast<int?>();
        IEnumerable<int?> tail = Enumerable.Range(count - last, last).Cast<int?>();
        return new Window(count, [.. head, null, .. tail]);
    }
}
