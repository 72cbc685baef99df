using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Entries of a matrix or vector as formulas write them, with the digits of the whole matrix.</summary>
internal sealed class Entries
{
    private readonly double[] values;
    private readonly NumberFormat format;

    private Entries(double[] values, NumberFormat format)
    {
        this.values = values;
        this.format = format;
    }

    internal int Count => values.Length;

    /// <summary>The entry as a number in a formula.</summary>
    internal Formula this[int index] => Formula.Number(format.Format(values[index]));

    internal double Value(int index) => values[index];

    /// <summary>The entry as a factor or addend: in parentheses where it carries a sign.</summary>
    internal Formula Factor(int index) => values[index] < 0 ? Formula.Group(this[index]) : this[index];

    internal static Entries Column<T>(LabelledMatrix<T> matrix, int column)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new(ToDoubles(matrix.Values.Column(column)), Format(matrix.Values));

    internal static Entries Row<T>(Matrix<T> matrix, int row)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new(ToDoubles(matrix.Row(row)), Format(matrix));

    internal static Entries Of<T>(Vector<T> vector)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Of(ToDoubles(vector));

    internal static Entries Of(params double[] values) => new(values, NumberFormat.For(values));

    private static double[] ToDoubles<T>(Vector<T> vector)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => [.. vector.Select(double.CreateChecked)];

    private static NumberFormat Format<T>(Matrix<T> matrix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => NumberFormat.For(matrix.Enumerate().Select(double.CreateChecked));
}
