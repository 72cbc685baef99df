using System.Globalization;

namespace AttentionNotebooks;

/// <summary>The keys or the queries of a heatmap. An axis too long to be drawn one by one is cut into bins of neighbours.</summary>
internal sealed class HeatmapAxis
{
    /// <summary>More cells a side than this are binned.</summary>
    internal const int GreatestLength = 128;

    private readonly string[] brief;
    private readonly string[] full;
    private readonly HashSet<string> repeated;

    internal HeatmapAxis(string name, int tokens, IReadOnlyList<string>? labels, int greatestLength = GreatestLength)
    {
        Name = name;
        Tokens = tokens;
        BinSize = (tokens + greatestLength - 1) / greatestLength;
        Length = (tokens + BinSize - 1) / BinSize;
        HasLabels = labels is not null;
        brief = [.. Enumerable.Range(0, Length).Select(bin => Label(bin, TokenText.LabelLength))];
        full = [.. Enumerable.Range(0, Length).Select(bin => Label(bin, TokenText.TooltipLength))];

        repeated = labels is null ? [] : [.. brief.CountBy(label => label).Where(count => count.Value > 1).Select(count => count.Key)];

        string Label(int bin, int length)
        {
            int first = bin * BinSize, last = Math.Min(first + BinSize, tokens) - 1;
            string start = Token(first, length);
            return first == last || length == TokenText.LabelLength ? start : $"{start} … {Token(last, length)}";
        }

        string Token(int index, int length) =>
            labels is null ? index.ToString(CultureInfo.InvariantCulture) : TokenText.Shorten(labels[index], length);
    }

    /// <summary><c>key</c> or <c>query</c>.</summary>
    internal string Name { get; }

    /// <summary>Number of tokens along the axis.</summary>
    internal int Tokens { get; }

    /// <summary>Number of cells along the axis.</summary>
    internal int Length { get; }

    /// <summary>Tokens in one cell; 1 unless the axis is binned.</summary>
    internal int BinSize { get; }

    /// <summary>False where the tokens are known by their index alone.</summary>
    internal bool HasLabels { get; }

    /// <summary>What stands beside a cell.</summary>
    internal string Short(int cell) => brief[cell];

    /// <summary>The same in full, for a tooltip.</summary>
    internal string Full(int cell) => full[cell];

    /// <summary>The cell among others, for example <c>river</c>; with its position where another looks the same, for example <c>2 the</c>.</summary>
    internal string Told(int cell) =>
        repeated.Contains(brief[cell]) ? string.Create(CultureInfo.InvariantCulture, $"{cell * BinSize} {TokenText.Isolate(brief[cell])}") : TokenText.Isolate(brief[cell]);

    /// <summary>The cell inside a line of text, for example <c>key river</c> or <c>key 2 the</c>.</summary>
    internal string Described(int cell) => $"{Name} {Told(cell)}";
}
