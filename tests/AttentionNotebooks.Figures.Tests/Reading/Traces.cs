using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>Traces that the tests share.</summary>
internal static class Traces
{
    internal static readonly string[] Words = ["I", "sat", "by", "the", "river", "bank"];

    internal static LabelledMatrix<double> Input(IReadOnlyList<string> tokens, int features = 8) =>
        new(Examples.Random(features, tokens.Count), "Input", "I", columnLabels: tokens);

    internal static SelfAttention<double> Head(int features = 8, int size = 4) => SelfAttention.Random(features, size, seed: 5);

    internal static AttentionTrace<double> Of(SelfAttention<double> head, AttentionMask? mask = null) => head.Trace(Input(Words), mask: mask);

    internal static AttentionTrace<double> Long(int tokens, int size, AttentionMask? mask = null) =>
        Head(size, size).Trace(Input([.. Enumerable.Range(0, tokens).Select(token => $"t{token}")], size), mask: mask);

    internal static MultiHeadTrace<double> Layer(int heads = 2) => MultiHeadAttention.Random(8, heads, seed: 5).Trace(Input(Words));

    /// <summary>Biases of every projection, as PyTorch's layers have them.</summary>
    internal static MultiHeadTrace<double> LayerWithBiases(int heads = 2) =>
        MultiHeadAttention.Random(8, heads, seed: 5)
            .With(new ProjectionBiases<double> { Query = Bias(1), Key = Bias(2), Value = Bias(3) }).WithOutputBias(Bias(4)).Trace(Input(Words));

    internal static Vector<double> Doubles<T>(Vector<T> vector)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Vector<double>.Build.DenseOfEnumerable(vector.Select(double.CreateChecked));

    private static Vector<double> Bias(int seed) => Vector<double>.Build.Random(8, seed);
}
