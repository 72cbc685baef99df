namespace AttentionNotebooks;

/// <summary>The texts of the shown cells, each column aligned at the decimal point; gaps are dots.</summary>
/// <param name="view">The matrix.</param>
/// <param name="format">How its numbers are written.</param>
/// <param name="rows">The rows that are shown.</param>
/// <param name="blank">The blank that takes the place of a character, see <see cref="AlignedNumbers"/>.</param>
internal sealed class MatrixCells(MatrixView view, NumberFormat format, Window rows, Func<char, char> blank)
{
    /// <summary>The cells of one column, one for each place of the rows.</summary>
    /// <param name="column">Its index; null is the gap.</param>
    internal string[] Column(int? column)
    {
        if (column is not { } index) return [.. rows.Places.Select(row => row is null ? "⋱" : "…")];
        Queue<string> numbers = new(Numbers(index));
        return [.. rows.Places.Select(row => row is null ? "⋮" : numbers.Dequeue())];
    }

    private string[] Numbers(int column)
    {
        Entry[] entries = [.. rows.Places.OfType<int>().Select(row => view[row, column])];
        string[] real = Align(entries.Select(entry => format.Format(entry.Real)));
        if (!view.IsComplex) return real;

        string[] imaginary = [.. entries.Select(entry => format.Format(entry.Imaginary.GetValueOrDefault()))];
        string[] magnitudes = Align(imaginary.Select(number => number.TrimStart('−') + "i"));
        char space = blank(' ');
        return [.. real.Select((number, index) => $"{number}{space}{(imaginary[index][0] == '−' ? '−' : '+')}{space}{magnitudes[index]}")];
    }

    private string[] Align(IEnumerable<string> numbers) => AlignedNumbers.Align([.. numbers], blank);
}
