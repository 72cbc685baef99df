using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>The pair of key and query that the steps work out in numbers: the first of those with the greatest weight.</summary>
internal sealed class ChosenPair
{
    private ChosenPair(int key, int query, string keyLabel, string queryLabel)
    {
        Key = key;
        Query = query;
        KeyLabel = TokenText.Shorten(keyLabel);
        QueryLabel = TokenText.Shorten(queryLabel);
    }

    internal int Key { get; }

    internal int Query { get; }

    internal string KeyLabel { get; }

    internal string QueryLabel { get; }

    /// <summary>For example <c>key river, query bank</c>.</summary>
    internal string Description => $"key {TokenText.Isolate(KeyLabel)}, query {TokenText.Isolate(QueryLabel)}";

    internal static ChosenPair Strongest<T>(LabelledMatrix<T> weights)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        (int key, int query, _) = weights.Values.EnumerateIndexed().MaxBy(entry => entry.Item3);
        return At(weights, key, query);
    }

    internal static ChosenPair At<T>(LabelledMatrix<T> weights, int key, int query)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new(key, query, Label(weights.RowLabels, key), Label(weights.ColumnLabels, query));

    /// <summary>A pair of the vector view, where the query is one known token.</summary>
    internal static ChosenPair Of(int key, int query, IReadOnlyList<string>? keyLabels, string queryLabel) =>
        new(key, query, Label(keyLabels, key), queryLabel);

    /// <summary>A symbol for this pair, for example <c>α(river → bank)</c>.</summary>
    internal Formula Of(Formula symbol) => Row(symbol, Group(Formula.Words(KeyLabel), "→", Formula.Words(QueryLabel)));

    private static string Label(IReadOnlyList<string>? labels, int index) =>
        labels?[index] ?? index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
