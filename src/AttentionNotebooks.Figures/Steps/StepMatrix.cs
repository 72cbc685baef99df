using System.Text;
using System.Xml.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A matrix inside a step.</summary>
internal sealed class StepMatrix : Figure
{
    private const int Greatest = 12;
    private readonly string[][] rows;

    private StepMatrix(string title, string[][] rows)
    {
        Title = title;
        this.rows = rows;
    }

    internal override string Title { get; }

    public override string ToString()
    {
        int width = rows.Max(row => row.Max(TextWidth.Columns));
        StringBuilder text = new(Title);
        foreach (string[] row in rows) text.AppendLine().AppendJoin(' ', row.Select(cell => TextWidth.Fit(cell, width, right: true)));
        return text.ToString();
    }

    internal static Figure Of<T>(LabelledMatrix<T> matrix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        NumberFormat format = NumberFormat.For(matrix.Values.Enumerate().Select(double.CreateChecked));
        int columns = Math.Min(Greatest, matrix.Values.ColumnCount);
        IEnumerable<string[]> rows = Enumerable.Range(0, Math.Min(Greatest, matrix.Values.RowCount)).Select(row => Row(matrix, row, columns, format));
        string symbol = matrix.Symbol.Length == 0 ? "" : $" {matrix.Symbol}";
        return new StepMatrix($"{matrix.Name}{symbol} {matrix.Shape}", [["", .. Enumerable.Range(0, columns).Select(column => Label(matrix.ColumnLabels, column))], .. rows]);
    }

    internal static Figure Of<T>(Matrix<T> matrix, string name, string symbol)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Of(new LabelledMatrix<T>(matrix, name, symbol));

    internal static Figure Of<T>(LabelledVector<T> vector)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        Of(new LabelledMatrix<T>(vector.Values.ToColumnMatrix(), vector.Name, vector.Symbol, vector.Labels));

    internal override XElement Draw() =>
        Scrolling.Box(
            Title,
            Html.Element(
                "table",
                Html.Element("caption", Title),
                rows.Select((row, index) => Html.Element("tr", row.Select(cell => Html.Element(index == 0 ? "th" : "td", Html.Element("bdi", cell)))))));

    private static string[] Row<T>(LabelledMatrix<T> matrix, int row, int columns, NumberFormat format)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        [Label(matrix.RowLabels, row), .. Enumerable.Range(0, columns).Select(column => format.Format(double.CreateChecked(matrix[row, column])))];

    private static string Label(IReadOnlyList<string>? labels, int index) => labels is null ? "" : TokenText.Shorten(labels[index]);
}
