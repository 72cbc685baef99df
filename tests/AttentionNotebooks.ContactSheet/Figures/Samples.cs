using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>Sentences, traces and maps that the figures show; all seeded.</summary>
internal static class Samples
{
    internal static readonly Sentence Sentence = AttentionNotebooks.Sentence.Parse("I saw the man with the telescope");

    internal static readonly Sentence Hostile = new([.. Figures.Hostile.Tokens]);

    /// <summary>As many tokens as <see cref="Hostile"/>, all of them words.</summary>
    internal static readonly Sentence AsLong = new([.. Enumerable.Range(0, Hostile.Tokens.Count).Select(token => Sentence.Tokens[token % Sentence.Tokens.Count])]);

    internal static AttentionTrace<double> Head(Sentence? sentence = null, AttentionMask? mask = null) =>
        SelfAttention.Random(modelSize: 8, headSize: 4, seed: 3).Trace(Embed(sentence ?? Sentence), mask: mask);

    internal static MultiHeadTrace<double> Layer(int heads = 4, Sentence? sentence = null, AttentionMask? mask = null)
    {
        int modelSize = heads * (heads > 4 ? 2 : 4);
        return MultiHeadAttention.Random(modelSize, heads, seed: 3).Trace(Embed(sentence ?? Sentence, modelSize), mask: mask);
    }

    /// <summary>A layer as PyTorch makes it: with biases of the projections and of the output.</summary>
    internal static MultiHeadTrace<double> LayerWithBiases()
    {
        Vector<double> Bias(int seed) => Vector<double>.Build.Random(8, seed);
        return MultiHeadAttention.Random(modelSize: 8, heads: 2, seed: 3)
            .With(new ProjectionBiases<double> { Query = Bias(1), Key = Bias(2), Value = Bias(3) }).WithOutputBias(Bias(4)).Trace(Embed(Sentence));
    }

    internal static AttentionTrace<double> Cross(Sentence? sentence = null) =>
        SelfAttention.Random(modelSize: 8, headSize: 4, seed: 3).Trace(Embed(sentence ?? Sentence), Embed(AttentionNotebooks.Sentence.Parse("Ich sah den Mann")));

    /// <summary>Weights of layers × heads whose columns add up to 1.</summary>
    internal static AttentionMap Map(int layers, int heads, int tokens, Sentence? sentence = null)
    {
        IReadOnlyList<string> words = (sentence ?? Sentence).Tokens;
        Random random = new(7);
        string[] labels = [.. Enumerable.Range(0, tokens).Select(token => words[token % words.Count])];
        Matrix<double> Weights() => Matrix<double>.Build.Dense(tokens, tokens, (_, _) => Math.Exp(3 * random.NextDouble())).NormalizeColumns(1);
        return new AttentionMap([.. Enumerable.Range(0, layers).Select(_ => Enumerable.Range(0, heads).Select(_ => Weights()).ToArray())], labels);
    }

    private static LabelledMatrix<double> Embed(Sentence sentence, int size = 8) => sentence.Embed(WordVectors.Random(size, seed: 5));
}
