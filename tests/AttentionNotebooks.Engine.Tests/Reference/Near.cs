using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Asserts that numbers are as close as their arithmetic allows, and says where they are not.</summary>
internal static class Near
{
    public static void Equal<T>(Matrix<double> expected, Matrix<T> actual, double tolerance, string what)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        Equal(expected.ToColumnMajorArray(), actual.ToColumnMajorArray(), expected.RowCount, (tolerance, 0), what);
    }

    /// <summary>Columns one behind the other, within a tolerance that grows with the number itself.</summary>
    public static void Equal<T>(double[] expected, T[] actual, int rows, (double Absolute, double Relative) tolerance, string what)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            double value = expected[index], own = tolerance.Absolute + (tolerance.Relative * Math.Abs(value));
            if (!Equal(value, double.CreateChecked(actual[index]), own))
                Assert.Fail($"{what}[{index % rows}, {index / rows}] of {typeof(T).Name} is {actual[index]:R}, expected {value:R} ± {own:R}.");
        }
    }

    public static void Equal<T>(Vector<double> expected, Vector<T> actual, double tolerance, string what)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Equal(expected.ToColumnMatrix(), actual.ToColumnMatrix(), tolerance, what);

    /// <summary>True for equal infinities too; false for NaN.</summary>
    public static bool Equal(double expected, double actual, double tolerance) => expected == actual || Math.Abs(expected - actual) <= tolerance;
}
