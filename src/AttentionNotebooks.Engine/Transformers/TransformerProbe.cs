using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Looks at the heads of all layers as they are computed, or changes what they say.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TransformerProbe<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HeadEdit[][] edits;
    private readonly Matrix<T>[][]? weights;
    private readonly Matrix<T>[][]? crossWeights;

    private TransformerProbe(TransformerConfig config, IReadOnlyList<HeadEdit>? edits, Matrix<T>[][]? weights, Matrix<T>[][]? crossWeights)
    {
        this.edits = [.. Enumerable.Range(0, config.Layers).Select(layer => (edits ?? []).Where(edit => edit.Layer == layer).ToArray())];
        this.weights = weights;
        this.crossWeights = crossWeights;
    }

    /// <summary>Changes heads.</summary>
    internal static TransformerProbe<T>? Of(TransformerConfig config, IReadOnlyList<HeadEdit>? edits) =>
        edits is null or [] ? null : new TransformerProbe<T>(config, edits, null, null);

    /// <summary>Changes heads, and keeps the weights of all heads in one sentence.</summary>
    internal static TransformerProbe<T> Keeping(TransformerConfig config, IReadOnlyList<HeadEdit>? edits, int tokens, int? sourceTokens)
    {
        int heads = config.Layers * config.Heads;
        MemoryCheck.PerPair<T>("Weights of all heads", heads, tokens + (sourceTokens ?? 0), tokens, "Predictions alone need none of them: call Evaluate.");
        return new(config, edits, Room(tokens), sourceTokens is { } keys ? Room(keys) : null);

        Matrix<T>[][] Room(int keys) => [.. Enumerable.Range(0, config.Layers).Select(_ =>
            Enumerable.Range(0, config.Heads).Select(_ => MatrixStorage.Uninitialized<T>(keys, tokens, out T[] _)).ToArray())];
    }

    /// <summary>For self-attention of one layer.</summary>
    internal HeadProbe<T> Heads(int layer) => new(edits[layer], weights?[layer]);

    /// <summary>For cross-attention of one layer.</summary>
    internal HeadProbe<T> CrossHeads(int layer) => new([], crossWeights?[layer]);

    /// <summary>What self-attention looked at.</summary>
    internal AttentionMap Map(IReadOnlyList<string>? labels) => ToMap(weights!, labels, labels);

    /// <summary>What cross-attention looked at; null: there is none.</summary>
    internal AttentionMap? CrossMap(IReadOnlyList<string>? labels) => crossWeights is null ? null : ToMap(crossWeights, null, labels);

    private static AttentionMap ToMap(Matrix<T>[][] weights, IReadOnlyList<string>? keyLabels, IReadOnlyList<string>? queryLabels) =>
        new([.. weights.Select(layer => layer.Select(AttentionMap.ToDouble).ToArray())], keyLabels, queryLabels);
}
