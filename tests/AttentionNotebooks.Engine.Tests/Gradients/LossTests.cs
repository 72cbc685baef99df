using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Gradients;

public sealed class LossTests
{
    private static readonly Matrix<double> Target = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } });

    [Fact]
    public void SquaredError_OfAnOutput_IsHalfOfTheSquaresAndHasTheErrorAsGradient()
    {
        Matrix<double> output = Matrix<double>.Build.DenseOfArray(new double[,] { { 2, 2 }, { 3, 1 } });
        Loss<double> loss = Loss.SquaredError(Target);
        Assert.Equal(5, loss.Of(output));
        Assert.Equal(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { 0, -3 } }), loss.Gradient(output));
    }

    [Fact]
    public void SquaredError_OfAnotherShape_IsRefusedWithBoth()
    {
        Loss<double> loss = Loss.SquaredError(Target);
        BadInput.Refused("output", "output is 1×2, the target is 2×2", () => loss.Of(Matrix<double>.Build.Dense(1, 2)));
        BadInput.Refused("output", "output is 1×2, the target is 2×2", () => loss.Gradient(Matrix<double>.Build.Dense(1, 2)));
        BadInput.Refused("target", "target[0, 1] is NaN", () => Loss.SquaredError(Matrix<double>.Build.Dense(1, 2, [0, double.NaN])));
    }
}
