using System.Xml.Linq;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace AttentionNotebooks;

/// <summary>The picture of a matrix or vector: its name, shape and labels, its numbers aligned and shaded by their size.</summary>
/// <remarks>
/// Blue stands above zero, orange below, equally strong for x and −x; nothing is shaded at zero. A large matrix is abridged to its first and last
/// rows and columns, and says so. A matrix is read whenever the picture is drawn; a vector is copied.
/// </remarks>
public sealed class MatrixFigure : Figure
{
    private const int DefaultRows = 20;

    private const int DefaultColumns = 16;

    private readonly MatrixView view;
    private readonly int maxRows;
    private readonly int maxColumns;

    private MatrixFigure(MatrixView view, int maxRows = DefaultRows, int maxColumns = DefaultColumns)
    {
        this.view = view;
        this.maxRows = maxRows;
        this.maxColumns = maxColumns;
    }

    /// <summary>The same picture with another limit to what it shows.</summary>
    /// <param name="rows">The most rows to show; at least 1. One more is shown where a gap would take its place.</param>
    /// <param name="columns">The most columns to show; at least 1. Text shows fewer where the terminal is too narrow for them.</param>
    /// <returns>A new figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="columns"/> is less than 1.</exception>
    public MatrixFigure Limit(int rows = DefaultRows, int columns = DefaultColumns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        return new MatrixFigure(view, rows, columns);
    }

    /// <inheritdoc/>
    public override string ToString() => ToText(TerminalWidth.Current);

    /// <inheritdoc/>
    internal override string Title => MatrixHeading.Line(view);

    /// <summary>True where the picture leaves rows or columns out.</summary>
    internal bool IsAbridged => Window.Of(view.Shape.Rows, maxRows).Hidden + Window.Of(view.Shape.Columns, maxColumns).Hidden > 0;

    internal static MatrixFigure Of(MatrixView view) => new(view);

    /// <summary>The picture of any matrix or vector of a known element type; null for anything else.</summary>
    internal static MatrixFigure? Of(object value) => value switch
    {
        Matrix<double> matrix => new(MatrixView.Of(matrix)),
        Matrix<float> matrix => new(MatrixView.Of(matrix)),
        Matrix<Complex> matrix => new(MatrixView.Of(matrix)),
        Matrix<Complex32> matrix => new(MatrixView.Of(matrix)),
        Vector<double> vector => new(MatrixView.Of(vector)),
        Vector<float> vector => new(MatrixView.Of(vector)),
        Vector<Complex> vector => new(MatrixView.Of(vector)),
        Vector<Complex32> vector => new(MatrixView.Of(vector)),
        _ => null,
    };

    internal string ToText(int width) => new MatrixText(view, maxRows, maxColumns).Draw(width);

    /// <inheritdoc/>
    internal override XElement Draw() => new MatrixHtml(view, maxRows, maxColumns).Draw();
}
