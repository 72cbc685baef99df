using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The tokens of an axis in groups of neighbours, the words.</summary>
internal sealed class WordGroups
{
    private readonly int[] starts;
    private readonly int tokens;

    private WordGroups(int[] starts, int tokens, Func<int, int, string> label)
    {
        this.starts = starts;
        this.tokens = tokens;
        Labels = [.. Enumerable.Range(0, Count).Select(word => label(starts[word], End(word)))];
    }

    internal int Count => starts.Length;

    internal IReadOnlyList<string> Labels { get; }

    /// <summary>The words that a tokenizer's marks tell.</summary>
    internal static WordGroups Of(WordPieces pieces, IReadOnlyList<string>? labels, string of)
    {
        if (labels is null) throw new InvalidOperationException($"MergeWords finds words by their labels: the {of} of the map have none. Give the words as ranges.");
        int[] starts = [.. Enumerable.Range(0, labels.Count).Where(token => token == 0 || !pieces.Continues(labels[token - 1], labels[token]))];
        return new WordGroups(starts, labels.Count, (start, end) => string.Concat(labels.Take(start..end).Select(pieces.Text)));
    }

    /// <summary>The words as someone gives them.</summary>
    internal static WordGroups Of(IReadOnlyList<Range> words, int tokens, IReadOnlyList<string>? labels, string name)
    {
        int expected = 0;
        List<int> starts = [];
        foreach (Range word in words)
        {
            int start = word.Start.GetOffset(tokens), end = word.End.GetOffset(tokens);
            if (start != expected || end <= start || end > tokens)
                throw new ArgumentException($"{name} must follow each other from 0 to {tokens}, none empty: {word} was found where a word must start at {expected}.", name);
            starts.Add(start);
            expected = end;
        }

        if (expected != tokens) throw new ArgumentException($"{name} must reach the last of the {tokens} tokens: they end at {expected}.", name);
        return new WordGroups([.. starts], tokens, (start, end) => Join(labels, start, end));
    }

    /// <summary>Every token a word of its own.</summary>
    internal static WordGroups Single(int tokens, IReadOnlyList<string>? labels) =>
        new([.. Enumerable.Range(0, tokens)], tokens, (start, end) => Join(labels, start, end));

    internal Matrix<double> SumRows(Matrix<double> weights)
    {
        Matrix<double> sums = Matrix<double>.Build.Dense(Count, weights.ColumnCount);
        for (int word = 0; word < Count; word++)
        {
            for (int token = starts[word]; token < End(word); token++) sums.SetRow(word, sums.Row(word) + weights.Row(token));
        }

        return sums;
    }

    internal Matrix<double> AverageColumns(Matrix<double> weights)
    {
        Matrix<double> means = Matrix<double>.Build.Dense(weights.RowCount, Count);
        for (int word = 0; word < Count; word++)
        {
            int length = End(word) - starts[word];
            means.SetColumn(word, weights.SubMatrix(0, weights.RowCount, starts[word], length).RowSums() / length);
        }

        return means;
    }

    private static string Join(IReadOnlyList<string>? labels, int start, int end)
    {
        if (labels is not null) return string.Concat(labels.Take(start..end));
        string first = start.ToString(CultureInfo.InvariantCulture);
        return end - start == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first}–{end - 1}");
    }

    private int End(int word) => word + 1 < starts.Length ? starts[word + 1] : tokens;
}
