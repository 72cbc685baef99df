using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Looks at the heads of all layers as they are computed, or changes what they say.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TransformerProbe<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HeadEdit[][] edits;
    private readonly Matrix<T>[][][]? weights;
    private readonly Matrix<T>[][][]? crossWeights;

    private TransformerProbe(TransformerConfig config, IReadOnlyList<HeadEdit>? edits, Matrix<T>[][][]? weights, Matrix<T>[][][]? crossWeights)
    {
        this.edits = [.. Enumerable.Range(0, config.Layers).Select(layer => (edits ?? []).Where(edit => edit.Layer == layer).ToArray())];
        this.weights = weights;
        this.crossWeights = crossWeights;
    }

    /// <summary>Changes heads.</summary>
    internal static TransformerProbe<T>? Of(TransformerConfig config, IReadOnlyList<HeadEdit>? edits) =>
        edits is null or [] ? null : new TransformerProbe<T>(config, edits, null, null);

    /// <summary>Changes heads, and keeps the weights of all heads.</summary>
    internal static TransformerProbe<T> Keeping(TransformerConfig config, IReadOnlyList<HeadEdit>? edits, TransformerInput<T> input)
    {
        SentenceSpan[] sentences = input.Tokens.Sentences;
        return new(config, edits, Room(sentences), config.CrossAttends ? Room(input.SourceSentences) : null);

        Matrix<T>[][][] Room(SentenceSpan[] sources) => [.. Enumerable.Range(0, config.Layers).Select(_ =>
            sentences.Zip(sources, (sentence, source) => RoomFor(config.Heads, source.Count, sentence.Count)).ToArray())];
    }

    /// <summary>For self-attention of one layer.</summary>
    internal HeadProbe<T> Heads(int layer) => new(edits[layer], weights?[layer]);

    /// <summary>For cross-attention of one layer.</summary>
    internal HeadProbe<T> CrossHeads(int layer) => new([], crossWeights?[layer]);

    /// <summary>A′ of one head in one sentence.</summary>
    internal Matrix<T> Weights(int layer, int sentence, int head) => weights![layer][sentence][head];

    /// <summary>What self-attention looked at in the only sentence.</summary>
    internal AttentionMap Map(IReadOnlyList<string>? labels) => ToMap(weights!, labels, labels);

    /// <summary>What cross-attention looked at in the only sentence; null: there is none.</summary>
    internal AttentionMap? CrossMap(IReadOnlyList<string>? labels) => crossWeights is null ? null : ToMap(crossWeights, null, labels);

    private static Matrix<T>[] RoomFor(int heads, int keys, int queries) =>
        [.. Enumerable.Range(0, heads).Select(_ => MatrixStorage.Uninitialized<T>(keys, queries, out T[] _))];

    private static AttentionMap ToMap(Matrix<T>[][][] weights, IReadOnlyList<string>? keyLabels, IReadOnlyList<string>? queryLabels) =>
        new([.. weights.Select(layer => layer[0].Select(AttentionMap.ToDouble).ToArray())], keyLabels, queryLabels);
}
