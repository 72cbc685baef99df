using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Matrices;

public sealed class LabelledMatrixTests
{
    private static readonly Matrix<double> Numbers = Samples.DrawMatrix<double>(2, 3, seed: 1);

    private static readonly LabelledMatrix<double> Labelled = new(Numbers, "Queries", "Q", ["x", "y"], ["the", "old", "bank"]);

    [Fact]
    public void Matrix_ConvertedAndBack_IsTheSame()
    {
        LabelledMatrix<double> labelled = Numbers;
        Matrix<double> back = labelled;

        Assert.Same(Numbers, back);
        Assert.Same(Numbers, labelled.ToMatrix());
        Assert.Equal(("Matrix", "", new Shape(2, 3)), (labelled.Name, labelled.Symbol, labelled.Shape));
        Assert.Null(labelled.RowLabels ?? labelled.ColumnLabels);
    }

    [Fact]
    public void Transpose_LabelledMatrix_ExchangesRowsAndColumnsWithTheirLabels()
    {
        LabelledMatrix<double> rowConvention = Labelled.Transpose();

        Assert.Equal(Numbers.Transpose(), rowConvention.Values);
        Assert.Equal(Labelled.RowLabels, rowConvention.ColumnLabels);
        Assert.Equal(Labelled.ColumnLabels, rowConvention.RowLabels);
        Assert.Equal(Labelled[1, 2], rowConvention[2, 1]);
    }

    [Fact]
    public void Column_OfALabelledMatrix_CarriesTheRowLabels()
    {
        LabelledVector<double> column = Labelled.Column(2);

        Assert.Equal(Numbers.Column(2), (Vector<double>)column);
        Assert.Equal(Numbers.Column(2), column.ToVector());
        Assert.Equal(Labelled.RowLabels, column.Labels);
        Assert.Equal("Queries, column bank", column.Name);
        Assert.Equal(Numbers[1, 2], column[1]);
    }

    [Fact]
    public void Labels_OfAnotherCount_AreRefusedWithBothCounts()
    {
        BadInput.Refused("rowLabels", "each of the 2 rows: it holds 1", () => new LabelledMatrix<double>(Numbers, "A", rowLabels: ["x"]));
        BadInput.Refused("columnLabels", "each of the 3 columns: it holds 1", () => new LabelledMatrix<double>(Numbers, "A", columnLabels: ["x"]));
        BadInput.Refused("labels", "each of the 2 entries: it holds 1", () => new LabelledVector<double>(Numbers.Column(0), "a", labels: ["x"]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Column_OutOfRange_IsRefused(int index) => BadInput.Refused("index", "from 0 to 2: there are 3 columns", () => Labelled.Column(index));

    [Fact]
    public void Shape_AsText_IsWrittenAsPeopleWriteIt() => Assert.Equal("4×7", new Shape(4, 7).ToString());
}
