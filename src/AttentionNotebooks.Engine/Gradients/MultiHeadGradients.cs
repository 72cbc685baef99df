using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Multi-head attention run backwards: how a loss L changes with each matrix of a trace, and with what is learned.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// Made by <see cref="MultiHeadTrace{T}.Backward"/>. <see cref="Heads"/> holds each head's own share. What heads have in common, the input, and in
/// grouped-query attention K, V, W^k, W^v and their biases, gets the sum of their shares: that stands here, once for each of the g key heads.
/// Immutable as long as nobody writes into its matrices.
/// </remarks>
public sealed class MultiHeadGradients<T> : EngineResult
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal MultiHeadGradients(MultiHeadTrace<T> trace, Matrix<T> outputGradient)
    {
        Trace = trace;
        MultiHeadAttention<T> layer = trace.Attention;

        // O = W^o·[O⁰; …] + b^o·1ᵀ
        Output = GradientLabels.Of(trace.Output, outputGradient);
        OutputWeights = new(outputGradient.TransposeAndMultiply(trace.Concatenated), "Gradient of output weights", "dL/dW^o");
        OutputBias = layer.OutputBias is null ? null : GradientLabels.OfBias(Output, "output bias", "b^o");
        Concatenated = GradientLabels.Of(trace.Concatenated, layer.OutputWeights.TransposeThisAndMultiply(outputGradient));

        // each head by itself
        int[] firstRows = [.. trace.Heads.Select((_, head) => trace.Heads.Take(head).Sum(before => before.Output.Values.RowCount))];
        Heads = [.. trace.Heads.Select((head, index) => new AttentionTraceGradients<T>(
            head, Concatenated.Values.SubMatrix(firstRows[index], head.Output.Values.RowCount, 0, head.Output.Values.ColumnCount)))];

        // what they share
        Keys = PerKeyHead(head => head.Keys)!;
        Values = PerKeyHead(head => head.Values)!;
        KeyWeights = PerKeyHead(head => head.KeyWeights)!;
        ValueWeights = PerKeyHead(head => head.ValueWeights)!;
        KeyBiases = PerKeyHead(head => head.KeyBias);
        ValueBiases = PerKeyHead(head => head.ValueBias);
        ScoreMatrices = [.. layer.Heads.Select(head => ScoreSums(head.Score))];
        Input = GradientLabels.Sum(Heads.Select(head => head.Input));
        Source = trace.Heads[0].IsCrossAttention ? GradientLabels.Sum(Heads.Select(head => head.Source)) : Input;
    }

    /// <summary>The forward pass.</summary>
    public MultiHeadTrace<T> Trace { get; }

    /// <summary>dL/dO, r×n: what was given.</summary>
    public LabelledMatrix<T> Output { get; }

    /// <summary>dL/dW^o = dL/dO·[O⁰; …]ᵀ, r×(h·v).</summary>
    public LabelledMatrix<T> OutputWeights { get; }

    /// <summary>dL/db^o, r×1: the row sums of dL/dO; null without a bias.</summary>
    public LabelledMatrix<T>? OutputBias { get; }

    /// <summary>dL/d[O⁰; …] = W^oᵀ·dL/dO, (h·v)×n: the gradients of the heads' outputs, one below the other.</summary>
    public LabelledMatrix<T> Concatenated { get; }

    /// <summary>Each head's own share of all gradients before W^o.</summary>
    public IReadOnlyList<AttentionTraceGradients<T>> Heads { get; }

    /// <summary>dL/dK of each of the g key heads, q×n_k: the sum over the heads that share it.</summary>
    public IReadOnlyList<LabelledMatrix<T>> Keys { get; }

    /// <summary>dL/dV of each of the g key heads, v×n_k: the sum over the heads that share it.</summary>
    public IReadOnlyList<LabelledMatrix<T>> Values { get; }

    /// <summary>dL/dW^k of each of the g key heads, q×r: the sum over the heads that share it.</summary>
    public IReadOnlyList<LabelledMatrix<T>> KeyWeights { get; }

    /// <summary>dL/dW^v of each of the g key heads, v×r: the sum over the heads that share it.</summary>
    public IReadOnlyList<LabelledMatrix<T>> ValueWeights { get; }

    /// <summary>dL/db^k of each of the g key heads, q×1: the sum over the heads that share it; null where there is no bias.</summary>
    public IReadOnlyList<LabelledMatrix<T>?> KeyBiases { get; }

    /// <summary>dL/db^v of each of the g key heads, v×1: the sum over the heads that share it; null where there is no bias.</summary>
    public IReadOnlyList<LabelledMatrix<T>?> ValueBiases { get; }

    /// <summary>For each of the h heads, dL/dW of each matrix that its score learns. Heads of one and the same score have the same sum over all of them.</summary>
    public IReadOnlyList<IReadOnlyList<LabelledMatrix<T>>> ScoreMatrices { get; }

    /// <summary>dL/dI, r×n: the sum over the heads; in self-attention by way of queries, keys and values.</summary>
    public LabelledMatrix<T> Input { get; }

    /// <summary>dL/dS, r×n_k: the sum over the heads, by way of keys and values; in self-attention the gradient of the input itself.</summary>
    public LabelledMatrix<T> Source { get; }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    private LabelledMatrix<T>?[] PerKeyHead(Func<AttentionTraceGradients<T>, LabelledMatrix<T>?> share) =>
        [.. Heads.Chunk(Heads.Count / Trace.Attention.KeyValueHeads).Select(sharing => share(sharing[0]) is null ? null : GradientLabels.Sum(sharing.Select(head => share(head)!)))];

    private LabelledMatrix<T>[] ScoreSums(Score<T> score)
    {
        AttentionTraceGradients<T>[] sharing = [.. Heads.Where(head => ReferenceEquals(head.Trace.Attention.Score, score))];
        return [.. score.LearnedMatrices.Select((_, index) => GradientLabels.Sum(sharing.Select(head => head.ScoreMatrices[index])))];
    }
}
