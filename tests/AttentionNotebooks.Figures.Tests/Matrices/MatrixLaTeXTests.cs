using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace AttentionNotebooks.Figures.Tests.Matrices;

public sealed class MatrixLaTeXTests
{
    [Fact]
    public void ToLaTeX_OfAMatrix_HasTheDigitsOfItsPicture() =>
        Assert.Equal(
            "\\begin{bmatrix}\n0.500 & -1.250 \\\\\n0 & -\\infty \\\\\n\\end{bmatrix}",
            Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -1.25 }, { 0, double.NegativeInfinity } }).ToLaTeX());

    [Fact]
    public void ToLaTeX_OfExponents_WritesPowersOfTen() =>
        Assert.Equal(
            "\\begin{bmatrix}\n1.50 \\times 10^{7} \\\\\n-2.00 \\times 10^{-3} \\\\\n\\end{bmatrix}",
            Vector<double>.Build.Dense([1.5e7, -0.002]).ToLaTeX());

    [Fact]
    public void ToLaTeX_OfComplexNumbers_WritesBothParts() =>
        Assert.Equal(
            "\\begin{bmatrix}\n1.500 - 2.000\\mathrm{i} & 0 + 1.000\\mathrm{i} \\\\\n\\end{bmatrix}",
            Matrix<Complex>.Build.DenseOfArray(new[,] { { new Complex(1.5, -2), Complex.ImaginaryOne } }).ToLaTeX());

    [Fact]
    public void ToLaTeX_OfALargeMatrix_IsAllOfIt() =>
        Assert.Equal(102, Matrix<double>.Build.Dense(100, 30, 1).ToLaTeX().Split('\n').Length);

    [Fact]
    public void ToLaTeX_OfALabelledMatrixOrVector_IsThatOfItsNumbers()
    {
        Matrix<float> matrix = Matrix<float>.Build.Dense(2, 2, 0.5f);

        Assert.Equal(matrix.ToLaTeX(), new LabelledMatrix<float>(matrix, "Keys", "K", ["a_1", "b&"]).ToLaTeX());
        Assert.Equal(matrix.Column(0).ToLaTeX(), new LabelledVector<float>(matrix.Column(0), "Key").ToLaTeX());
    }
}
