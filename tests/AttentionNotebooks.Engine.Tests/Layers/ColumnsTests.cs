using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Layers;

public sealed class ColumnsTests
{
    private static readonly Matrix<double> Matrix = Samples.DrawMatrix<double>(3, 4, seed: 1);

    [Fact]
    public void Tokens_AreTheColumns()
    {
        Columns<double> columns = BothPasses<double>.Columns(Matrix);
        Assert.Equal(4, columns.Count);
        Assert.Equal(Matrix.Column(2).ToArray(), columns[2].ToArray());
        Assert.Equal(Matrix.SubMatrix(0, 3, 1, 2), BothPasses<double>.Matrix(columns.Part(1, 2)));
    }

    [Fact]
    public void Sum_LeavesBothAsTheyAre()
    {
        using ArrayLoan<double> loan = new();
        Matrix<double> other = Samples.DrawMatrix<double>(3, 4, seed: 2), before = Matrix.Clone();
        Assert.Equal(Matrix + other, BothPasses<double>.Matrix(BothPasses<double>.Columns(Matrix).Plus(BothPasses<double>.Columns(other), loan)));
        Assert.Equal(before, Matrix);
    }
}
