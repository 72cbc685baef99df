using System.Globalization;
using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace AttentionNotebooks.Figures.Tests.Matrices;

public sealed class MatrixCsvTests
{
    [Fact]
    public void ToCsv_ReadBack_IsTheSameMatrixToTheLastBit()
    {
        Matrix<double> matrix = Examples.Random(300, 20, scale: 1e-3);
        matrix[0, 0] = double.NegativeInfinity;
        matrix[299, 19] = double.NaN;
        matrix[1, 1] = double.Epsilon;

        double[][] rows = [.. Lines(matrix.ToCsv()).Select(line => line.Split(',').Select(Parse).ToArray())];

        Assert.Equal(matrix.ToRowArrays(), rows);
    }

    [Fact]
    public void ToCsv_OfSinglePrecision_IsTheShortestTextOfIt() =>
        Assert.Equal("0.1\r\n-0.33333334\r\n", Vector<float>.Build.Dense([0.1f, -1 / 3f]).ToCsv());

    [Fact]
    public void ToCsv_OfComplexNumbers_WritesBothParts() =>
        Assert.Equal("1.5-2i,0+1i\r\n", Matrix<Complex>.Build.DenseOfArray(new[,] { { new Complex(1.5, -2), Complex.ImaginaryOne } }).ToCsv());

    [Theory]
    [InlineData(true, true, ",c,d\r\na,1,2\r\nb,3,4\r\n")]
    [InlineData(true, false, "a,1,2\r\nb,3,4\r\n")]
    [InlineData(false, true, "c,d\r\n1,2\r\n3,4\r\n")]
    [InlineData(false, false, "1,2\r\n3,4\r\n")]
    public void ToCsv_OfALabelledMatrix_HasTheLabelsThatItHas(bool rows, bool columns, string expected)
    {
        Matrix<double> values = Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 2 }, { 3, 4 } });

        Assert.Equal(expected, new LabelledMatrix<double>(values, "M", "", rows ? ["a", "b"] : null, columns ? ["c", "d"] : null).ToCsv());
    }

    [Fact]
    public void ToCsv_OfALabelledVector_HasALineAnEntry() =>
        Assert.Equal("I,0.5\r\nbank,2\r\n", new LabelledVector<double>(Vector<double>.Build.Dense([0.5, 2]), "v", labels: ["I", "bank"]).ToCsv());

    [Theory]
    [InlineData(",", "\",\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a\rb", "\"a\rb\"")]
    [InlineData("=1+1", "=1+1")]
    [InlineData(" the", " the")]
    public void ToCsv_OfSpecialLabels_QuotesWhereTheFormatWantsIt(string label, string field) =>
        Assert.Equal($"{field},1\r\n", new LabelledVector<double>(Vector<double>.Build.Dense(1, 1), "v", labels: [label]).ToCsv());

    [Fact]
    public void ToCsv_UnderAnotherCulture_IsTheSame() =>
        Assert.Equal("-1.5\r\n", GermanCulture.Run(() => Vector<double>.Build.Dense(1, -1.5).ToCsv()));

    [Fact]
    public void SaveCsv_ReplacesTheFileAndLeavesNoOther()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string path = Path.Combine(folder.FullName, "weights.csv");
            File.WriteAllText(path, "old");

            Matrix<double>.Build.Dense(1, 2, 0.5).SaveCsv(path);

            Assert.Equal("0.5,0.5\r\n"u8.ToArray(), File.ReadAllBytes(path));
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Lines(string csv) => csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static double Parse(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
