using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>A loss and its gradient, as <c>cross-entropy.json</c> holds it.</summary>
internal sealed record GoldenCrossEntropy(string Precision, string Name, double[][] Logits, int[] Targets, double Scale, double Loss, double[][] Gradient) : IGoldenCase
{
    public void Check<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using ArrayLoan<T> loan = new();
        CrossEntropyPass<T> pass = CrossEntropy.Forward(BothPasses<T>.Columns(GoldenFile.Columns<T>(Logits)), Targets, Scale, loan);
        Assert.Equal(Loss, pass.Loss, 8 * RoundingBound.Epsilon<T>() * Loss);
        GoldenFile.Same(GoldenFile.Columns<double>(Gradient), BothPasses<T>.Matrix(pass.Backward()), "dZ");
    }
}
