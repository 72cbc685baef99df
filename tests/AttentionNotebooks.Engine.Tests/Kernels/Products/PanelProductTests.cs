using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;

namespace AttentionNotebooks.Engine.Tests.Kernels.Products;

/// <summary>One panel at every width: any number of rows in its lanes, any number of columns, and sums of several pieces.</summary>
public sealed class PanelProductTests
{
    private const int Gap = 3;

    public static MatrixTheoryData<int, int> InnerAndColumns => new([1, 2, 9, 255, 256, 257, 700], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13]);

    [Theory]
    [MemberData(nameof(InnerAndColumns))]
    public void Panel_OfAnyRowsAndColumns_AgreesWithTheFormula(int inner, int columns)
    {
        Agree<float>(inner, columns);
        Agree<double>(inner, columns);
    }

    private static void Agree<T>(int inner, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (IReadOnlyList<IWidth<T>> alike in Widths.Alike<T>())
        {
            for (int rows = 1; rows <= alike[^1].Lanes; rows += rows > 3 ? 5 : 1)
            {
                T[][] products = [.. alike.Where(width => rows <= width.Lanes).Select(width => Multiply(width, rows, inner, columns))];
                Assert.All(products, product => Assert.Equal(products[0], product));
            }
        }
    }

    /// <summary>The product by one width, held against the formula.</summary>
    private static T[] Multiply<T>(IWidth<T> width, int rows, int inner, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] a = Samples.Draw<T>(rows * inner, seed: 1), b = Samples.Draw<T>(inner * columns, seed: 2), panel = new T[inner * width.Lanes];
        for (int p = 0; p < inner; p++) a.AsSpan(p * rows, rows).CopyTo(panel.AsSpan(p * width.Lanes));
        int step = rows + Gap;
        T[] c = Samples.Draw<T>(columns * step, seed: 3), before = [.. c];
        width.MultiplyPanel(panel, rows, b, columns, c, step);

        double[] expected = [.. before.Select((entry, index) => index % step < rows ? Sum(index % step, index / step) : double.CreateChecked(entry))];
        Near.Equal(expected, c, step, (RoundingBound.Sum<T>(inner, inner), 0), $"C by {width}");
        Assert.All(Enumerable.Range(0, c.Length).Where(index => index % step >= rows), index => Assert.Equal(before[index], c[index]));
        return c;

        double Sum(int row, int column)
        {
            double sum = 0;
            for (int p = 0; p < inner; p++) sum += double.CreateChecked(a[(p * rows) + row]) * double.CreateChecked(b[(column * inner) + p]);
            return sum;
        }
    }
}
