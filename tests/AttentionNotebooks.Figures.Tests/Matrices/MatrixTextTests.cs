using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace AttentionNotebooks.Figures.Tests.Matrices;

public sealed class MatrixTextTests
{
    [Fact]
    public void Text_OfALabelledMatrix_AlignsNumbersAtThePoint()
    {
        Matrix<double> values = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -12.25 }, { double.NegativeInfinity, 0 } });

        AssertLines(
            new LabelledMatrix<double>(values, "Scores", "A", ["I", "bank"], ["I", "bank"]).ToString(),
            "Scores A 2×2",
            "           I     bank",
            "I      0.500  −12.250",
            "bank  −∞        0");
    }

    [Fact]
    public void Text_OfAVector_HasNoHeader() =>
        AssertLines(
            new LabelledVector<double>(Vector<double>.Build.Dense([0.75, 0.25]), "Weights", "α′", ["I", "bank"]).ToString(),
            "Weights α′ 2 entries",
            "I     0.750",
            "bank  0.250");

    [Fact]
    public void Text_OfComplexNumbers_AlignsBothParts() =>
        AssertLines(
            Vector<Complex>.Build.Dense([new Complex(1.5, -10.25), new Complex(-2, 0)]).Figure().ToString(),
            "Vector 2 entries",
            "0   1.500 − 10.250i",
            "1  −2.000 +  0i");

    [Fact]
    public void Text_OfWideAndInvisibleCharacters_KeepsTheColumnsStraight() =>
        AssertLines(
            Vector<double>.Build.Dense([1, 2, 3, 4]).Figure("Words", labels: ["中文", "e\u0301", "a\nb", "👍"]).ToString(),
            "Words 4 entries",
            "中文  1",
            "e\u0301     2",
            "a␊b   3",
            "👍    4");

    [Theory]
    [InlineData(100)]
    [InlineData(60)]
    [InlineData(30)]
    public void Text_OfAWideMatrix_FitsTheTerminalAndShowsTrueNumbers(int width)
    {
        Matrix<double> matrix = Examples.Random(30, 40);

        string[] lines = matrix.Figure().ToText(width).Split('\n');

        Assert.All(lines[..^1], line => Assert.True(TextWidth.Of(line) <= width, line));
        string[] columns = Words(lines[1]);
        Assert.Contains("…", columns);
        Assert.Equal($"(showing 20 of 30 rows and {columns.Length - 1} of 40 columns)", lines[^1]);
        foreach (string[] row in lines[2..^1].Select(Words).Where(row => row[0] != "⋮"))
        {
            for (int column = 0; column < columns.Length; column++)
            {
                if (columns[column] != "…") ShownNumber.AssertShows(matrix[int.Parse(row[0]), int.Parse(columns[column])], row[column + 1]);
            }
        }
    }

    [Fact]
    public void Text_InATerminalTooNarrow_ShowsOneColumnAtLeast() =>
        Assert.Contains("(showing 1 of 5 columns)", Examples.Random(2, 5).Figure().ToText(3));

    [Fact]
    public void Text_OfHostileLabels_HasNoControlCharacters()
    {
        string[] labels = Examples.HostileLabels;

        string text = Examples.Random(labels.Length, 1).Figure(labels[7], labels[8], labels).ToText(100);

        Assert.DoesNotContain(text.Replace("\n", "", StringComparison.Ordinal), char.IsControl);
        Assert.DoesNotContain('\u202E', text);
        Assert.Equal(labels.Length + 2, text.Split('\n').Length);
    }

    [Theory]
    [InlineData(0, 3, "Matrix 0×3")]
    [InlineData(3, 0, "Matrix 3×0")]
    [InlineData(0, 0, "Matrix 0×0")]
    public void Text_OfAnEmptyMatrix_SaysItsShape(int rows, int columns, string heading) =>
        Assert.StartsWith(heading, Matrix<double>.Build.Dense(rows, columns).Figure().ToString());

    [Fact]
    public void Text_UnderAnotherCulture_IsTheSame()
    {
        MatrixFigure figure = Examples.Random(4096, 4).Figure();

        Assert.Equal(figure.ToString(), GermanCulture.Run(figure.ToString));
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void AssertLines(string text, params string[] lines) => Assert.Equal(lines, text.Split('\n'));
}
