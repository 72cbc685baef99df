using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Layers;

public sealed class CrossEntropyTests
{
    private const int Words = 11;

    private static readonly int[] Targets = [3, TrainingExample.NoTarget, 0, 10, 3];

    [Fact]
    public void Loss_IsTheFormula()
    {
        Agree<float>();
        Agree<double>();
    }

    [Fact]
    public void Gradient_IsTheSlope()
    {
        Matrix<double> logits = Logits<double>();
        Matrix<double> gradient = Run(logits, Targets, 0.25).Gradient;
        FiniteDifferences.Agree(gradient, logits, () => Run(logits, Targets, 0.25).Loss, "Z");
        Assert.All(gradient.Column(1), entry => Assert.Equal(0, entry));
    }

    [Fact]
    public void Loss_OfHugeLogits_IsFinite()
    {
        Matrix<float> logits = Matrix<float>.Build.Dense(3, 2, [1e30f, 0, -1e30f, 500, -500, 400]);
        (double loss, Matrix<float> gradient) = Run(logits, [0, 2], 1);
        Assert.Equal(100, loss, 1e-12);
        Assert.Equal([0, 0, 0, 1, 0, -1], gradient.ToColumnMajorArray());
    }

    [Fact]
    public void Loss_WithoutAnyTarget_IsZero()
    {
        (double loss, Matrix<double> gradient) = Run(Logits<double>(), [.. Enumerable.Repeat(TrainingExample.NoTarget, Targets.Length)], 1);
        Assert.Equal(0, loss);
        Assert.All(gradient.Enumerate(), entry => Assert.Equal(0, entry));
    }

    [Fact]
    public void Loss_OfNaN_IsNaN()
    {
        Matrix<double> logits = Logits<double>();
        logits[5, 0] = double.NaN;
        Assert.Equal(double.NaN, Run(logits, Targets, 1).Loss);
    }

    private static Matrix<T> Logits<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => Samples.DrawMatrix<T>(Words, Targets.Length, seed: 1) * T.CreateChecked(4);

    private static void Agree<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<double> logits = Logits<T>().ToDouble();
        double expected = Targets.Select((target, token) => target < 0 ? 0 : Math.Log(logits.Column(token).PointwiseExp().Sum()) - logits[target, token]).Sum() * 0.25;
        Assert.Equal(expected, Run(Logits<T>(), Targets, 0.25).Loss, RoundingBound.Sum<T>(Words, 4));
    }

    private static (double Loss, Matrix<T> Gradient) Run<T>(Matrix<T> logits, int[] targets, double scale)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using ArrayLoan<T> loan = new();
        CrossEntropyPass<T> pass = CrossEntropy.Forward(BothPasses<T>.Columns(logits), targets, scale, loan);
        return (pass.Loss, BothPasses<T>.Matrix(pass.Backward()));
    }
}
