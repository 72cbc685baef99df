using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>An embedding, forwards and backwards, as <c>embedding.json</c> holds it.</summary>
internal sealed record GoldenEmbedding(string Precision, string Name, int[] Ids, double[][] Weight, double[][] OutputGradient, double[][] Output, double[][] Gradient) : IGoldenCase
{
    public void Check<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using ArrayLoan<T> loan = new();
        Embedding<T> embedding = new("embed", Weight.Length, Weight[0].Length, 1, new Initialisation(1));
        GoldenFile.Rows<T>(Weight).CopyTo(embedding.Weight.Values);
        ParameterGradients<T> gradients = new([embedding.Weight]);
        Assert.Equal(GoldenFile.Columns<T>(Output), BothPasses<T>.Matrix(embedding.Forward(Ids, loan)));
        embedding.Backward(Ids, BothPasses<T>.Columns(GoldenFile.Columns<T>(OutputGradient)), gradients);
        Assert.Equal(GoldenFile.Rows<T>(Gradient), gradients[embedding.Weight]);
    }
}
