using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Layers;

public sealed class EmbeddingTests
{
    private static readonly int[] Ids = [4, 0, 4, 2, 4];

    [Fact]
    public void Columns_AreTheRowsOfTheirWords()
    {
        Agree<float>();
        Agree<double>();
    }

    [Fact]
    public void Gradient_OfAWord_IsTheSumOverItsTokens()
    {
        Embedding<double> embedding = Embedding<double>();
        Matrix<double> given = Samples.DrawMatrix<double>(3, Ids.Length, seed: 2);
        ParameterGradients<double> gradients = new([embedding.Weight]);
        embedding.Backward(Ids, BothPasses<double>.Columns(given), gradients);
        FiniteDifferences.Agree(gradients[embedding.Weight], embedding.Weight.Values, () => Forward(embedding).PointwiseMultiply(given).RowSums().Sum(), "W");

        Matrix<double> once = gradients[embedding.Weight].Clone();
        embedding.Backward(Ids, BothPasses<double>.Columns(given), gradients);
        Near.Equal(once * 2, gradients[embedding.Weight], 1e-14, "dW");
    }

    [Fact]
    public void Weight_IsAsInPyTorch_WithTheDeviation()
    {
        Embedding<double> embedding = new("embed", 400, 50, 0.1, new Initialisation(1));
        Assert.Equal(("embed.weight", 400, 50), (embedding.Weight.Name, embedding.Weight.Values.RowCount, embedding.Weight.Values.ColumnCount));
        Assert.Equal(0.1, Math.Sqrt(embedding.Weight.Values.Enumerate().Average(entry => entry * entry)), 1e-3);
    }

    private static Embedding<T> Embedding<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => new("embed", 6, 3, 0.1, new Initialisation(1));

    private static void Agree<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Embedding<T> embedding = Embedding<T>();
        Assert.Equal(Matrix<T>.Build.Dense(3, Ids.Length, (feature, token) => embedding.Weight.Values[Ids[token], feature]), Forward(embedding));
    }

    private static Matrix<T> Forward<T>(Embedding<T> embedding)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using ArrayLoan<T> loan = new();
        return BothPasses<T>.Matrix(embedding.Forward(Ids, loan));
    }
}
