using System.Globalization;

namespace AttentionNotebooks;

/// <summary>Some neighbouring tokens of an axis.</summary>
internal readonly record struct TokenRange(int Start, int Length, int Count)
{
    internal static TokenRange Of(Range? range, int count, string of, string name)
    {
        Range asked = range ?? Range.All;
        int start = asked.Start.GetOffset(count), end = asked.End.GetOffset(count);
        if (start < 0 || end > count || start >= end)
            throw new ArgumentOutOfRangeException(name, range, $"{name} must hold at least one of the {count} {of}, 0..{count}: it is {asked}.");
        return new TokenRange(start, end - start, count);
    }

    /// <summary>The labels of these tokens; their index in the whole where there are none.</summary>
    internal string[] Labels(IReadOnlyList<string>? labels)
    {
        int start = Start;
        return [.. Enumerable.Range(start, Length).Select(token => labels?[token] ?? token.ToString(CultureInfo.InvariantCulture))];
    }

    internal string Describe(string of) => FormattableString.Invariant($"{of} {Start} to {Start + Length - 1} of {Count}");
}
