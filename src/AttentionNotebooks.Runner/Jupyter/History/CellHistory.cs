using System.IO.Enumeration;

namespace AttentionNotebooks.Runner.Jupyter.History;

/// <summary>The cells that this kernel has run. It is kept nowhere else, so there is one session, the present one.</summary>
internal sealed class CellHistory
{
    /// <summary>The number of the present session.</summary>
    public const int Session = 1;

    private readonly List<HistoryEntry> entries = [];

    /// <summary>Adds a cell.</summary>
    public void Add(HistoryEntry entry) => entries.Add(entry);

    /// <summary>The last so many cells.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => Last(entries, count);

    /// <summary>The cells from <paramref name="start"/> up to but without <paramref name="stop"/>, or to the end if that is null.</summary>
    public IReadOnlyList<HistoryEntry> Range(int session, int start, int? stop) =>
        session is Session or 0 ? [.. entries.Where(entry => entry.Number >= start && (stop is null || entry.Number < stop))] : [];

    /// <summary>The cells whose source matches a pattern with <c>*</c> and <c>?</c>; the last so many of them if a count is given.</summary>
    public IReadOnlyList<HistoryEntry> Search(string pattern, bool unique, int? count)
    {
        var found = entries.FindAll(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Code, ignoreCase: false));
        if (unique) found = [.. found.GroupBy(entry => entry.Code).Select(group => group.Last()).OrderBy(entry => entry.Number)];
        return Last(found, count ?? found.Count);
    }

    private static List<HistoryEntry> Last(List<HistoryEntry> entries, int count) => [.. entries.TakeLast(count)];
}
