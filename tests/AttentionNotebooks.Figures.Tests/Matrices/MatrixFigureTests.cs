using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace AttentionNotebooks.Figures.Tests.Matrices;

public sealed class MatrixFigureTests
{
    public static TheoryData<object, string> Kinds { get; } = new()
    {
        { Matrix<double>.Build.Dense(2, 2, 1), "Matrix 2×2" },
        { Matrix<float>.Build.Dense(2, 2, 1), "Matrix 2×2" },
        { Matrix<Complex>.Build.Dense(2, 2, 1), "Matrix 2×2" },
        { Matrix<Complex32>.Build.Dense(2, 2, 1), "Matrix 2×2" },
        { Matrix<double>.Build.SparseOfIndexed(900, 900, [(0, 0, 1.0), (899, 3, 2.0)]), "Matrix 900×900, sparse, 2 non-zeros" },
        { Matrix<float>.Build.SparseOfIndexed(2, 2, [(1, 1, 1f)]), "Matrix 2×2, sparse, 1 non-zero" },
        { Matrix<double>.Build.DiagonalOfDiagonalArray([1, 0, 3]), "Matrix 3×3, diagonal, 2 non-zeros" },
        { Matrix<Complex>.Build.DiagonalIdentity(3), "Matrix 3×3, diagonal, 3 non-zeros" },
        { Vector<double>.Build.Dense(3, 1), "Vector 3 entries" },
        { Vector<float>.Build.Dense(1, 1), "Vector 1 entry" },
        { Vector<Complex>.Build.Dense(3, 1), "Vector 3 entries" },
        { Vector<Complex32>.Build.Dense(3, 1), "Vector 3 entries" },
        { Vector<double>.Build.SparseOfIndexed(1000, [(999, 1.0)]), "Vector 1,000 entries, sparse, 1 non-zero" },
    };

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Of_AnyMatrixOrVectorOfMathNet_HeadsBothFormsWithWhatItIs(object value, string heading)
    {
        MatrixFigure figure = MatrixFigure.Of(value)!;

        Assert.Equal(heading, figure.ToString().Split('\n')[0]);
        Assert.StartsWith(figure.ToString().Split('\n')[0], Dom.Of(figure).One("caption").TextContent.Replace('\u00A0', ' '));
    }

    [Fact]
    public void Of_SomethingElse_IsNull() => Assert.Null(MatrixFigure.Of("text"));

    [Fact]
    public void Figure_OfTheSameNumbersInAnyStorage_ShowsTheSameCells()
    {
        Matrix<double> diagonal = Matrix<double>.Build.DiagonalOfDiagonalArray([0.5, -2, 3]);
        string[][] expected = Dom.Of(Matrix<double>.Build.DenseOfMatrix(diagonal).Figure()).Cells();

        Assert.Equal(expected, Dom.Of(diagonal.Figure()).Cells());
        Assert.Equal(expected, Dom.Of(Matrix<double>.Build.SparseOfMatrix(diagonal).Figure()).Cells());
        Assert.Equal(expected, Dom.Of(diagonal.ToSingle().Figure()).Cells());
    }

    [Fact]
    public void Figure_WithTheWrongNumberOfLabels_SaysWhichAndHowMany()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Examples.Random(2, 3).Figure("Keys", rowLabels: ["a"]));

        Assert.Equal("rowLabels", exception.ParamName);
        Assert.Contains("each of the 2 rows: it holds 1", exception.Message);
        Assert.Throws<ArgumentException>("columnLabels", () => Examples.Random(2, 3).Figure("Keys", columnLabels: ["a"]));
        Assert.Throws<ArgumentException>("labels", () => Vector<double>.Build.Dense(2).Figure("Key", labels: ["a"]));
    }

    [Fact]
    public void Limit_BelowOne_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => Examples.Random(2, 3).Figure().Limit(rows: 0));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => Examples.Random(2, 3).Figure().Limit(columns: 0));
    }

    [Fact]
    public void LabelledMatrix_ShowsItselfAsItsFigure()
    {
        LabelledMatrix<double> matrix = new(Examples.Random(2, 3), "Keys", "K");

        Assert.Equal(matrix.Figure().ToHtml(), matrix.ToHtml());
        Assert.Equal(matrix.Figure().ToString(), matrix.ToString());
    }
}
