using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Asserts that numbers are as close as their arithmetic allows, and says where they are not.</summary>
internal static class Near
{
    public static void Equal<T>(Matrix<double> expected, Matrix<T> actual, double tolerance, string what)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        foreach ((int row, int column, double value) in expected.EnumerateIndexed())
        {
            double found = double.CreateChecked(actual[row, column]);
            Assert.True(Equal(value, found, tolerance), $"{what}[{row}, {column}] of {typeof(T).Name} is {found:R}, expected {value:R} ± {tolerance:R}.");
        }
    }

    public static void Equal<T>(Vector<double> expected, Vector<T> actual, double tolerance, string what)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Equal(expected.ToColumnMatrix(), actual.ToColumnMatrix(), tolerance, what);

    /// <summary>True for equal infinities too; false for NaN.</summary>
    public static bool Equal(double expected, double actual, double tolerance) => expected == actual || Math.Abs(expected - actual) <= tolerance;
}
