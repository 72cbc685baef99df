using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Plain gradient descent: every learned matrix W goes a step against its gradient, W′ = W − η·dL/dW.</summary>
/// <remarks>
/// Given the gradients of several passes, L is the mean of their losses. What heads share, they share afterwards too. Layers are immutable: a step makes a new one.
/// </remarks>
public static class GradientDescent
{
    /// <summary>A step of a layer: W^q, W^k, W^v of every head, W^o, the biases, and what its scores learn.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="layer">The layer as it is.</param>
    /// <param name="gradients">The backward pass of one of its traces.</param>
    /// <param name="learningRate">η; above 0.</param>
    /// <returns>The layer after the step, with the same normalisations and positions.</returns>
    /// <exception cref="ArgumentException">The gradients are those of another layer, or the step is so long that a weight becomes infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="learningRate"/> is not a positive finite number.</exception>
    public static MultiHeadAttention<T> Step<T>(this MultiHeadAttention<T> layer, MultiHeadGradients<T> gradients, double learningRate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return Step(layer, [gradients], learningRate);
    }

    /// <inheritdoc cref="Step{T}(MultiHeadAttention{T}, MultiHeadGradients{T}, double)"/>
    /// <param name="layer">The layer as it is.</param>
    /// <param name="gradients">The backward passes of some of its traces, at least one; the step is that of their mean.</param>
    /// <param name="learningRate">η; above 0.</param>
    public static MultiHeadAttention<T> Step<T>(this MultiHeadAttention<T> layer, IReadOnlyList<MultiHeadGradients<T>> gradients, double learningRate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(layer);
        MeanStep<MultiHeadGradients<T>, T> step = new(gradients, learningRate, pass => ReferenceEquals(pass.Trace.Attention, layer));
        int share = layer.Heads.Count / layer.KeyValueHeads;
        SelfAttention<T>[] owners = [.. layer.Heads.Where((_, head) => head % share == 0)];
        Matrix<T>[] keys = [.. owners.Select((head, owner) => step.Move(head.KeyWeights, pass => pass.KeyWeights[owner], "W^k"))];
        Matrix<T>[] values = [.. owners.Select((head, owner) => step.Move(head.ValueWeights, pass => pass.ValueWeights[owner], "W^v"))];
        Dictionary<Score<T>, Score<T>> scores = [];
        SelfAttention<T>[] heads = [.. layer.Heads.Select((head, index) => head.WithLearned(
            step.Move(head.QueryWeights, pass => pass.Heads[index].QueryWeights, "W^q"), keys[index / share], values[index / share], Score(head, index), Biases(head, index)))];
        return new MultiHeadAttention<T>(heads, layer.KeyValueHeads, step.Move(layer.OutputWeights, pass => pass.OutputWeights, "W^o"))
            .WithOutputBias(step.Move(layer.OutputBias, pass => pass.OutputBias, "b^o"));

        Score<T> Score(SelfAttention<T> head, int index) => scores.TryGetValue(head.Score, out Score<T>? moved)
            ? moved
            : scores[head.Score] = step.Move(head.Score, pass => pass.ScoreMatrices[index]);

        ProjectionBiases<T> Biases(SelfAttention<T> head, int index) => new()
        {
            Query = step.Move(head.QueryBias, pass => pass.Heads[index].QueryBias, "b^q"),
            Key = step.Move(head.KeyBias, pass => pass.KeyBiases[index / share], "b^k"),
            Value = step.Move(head.ValueBias, pass => pass.ValueBiases[index / share], "b^v"),
        };
    }

    /// <summary>A step of one head: W^q, W^k, W^v, the biases, and what its score learns.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="head">The head as it is.</param>
    /// <param name="gradients">The backward pass of one of its traces.</param>
    /// <param name="learningRate">η; above 0.</param>
    /// <returns>The head after the step, with the same normalisation and positions.</returns>
    /// <exception cref="ArgumentException">The gradients are those of another head, or the step is so long that a weight becomes infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="learningRate"/> is not a positive finite number.</exception>
    public static SelfAttention<T> Step<T>(this SelfAttention<T> head, AttentionTraceGradients<T> gradients, double learningRate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return Step(head, [gradients], learningRate);
    }

    /// <inheritdoc cref="Step{T}(SelfAttention{T}, AttentionTraceGradients{T}, double)"/>
    /// <param name="head">The head as it is.</param>
    /// <param name="gradients">The backward passes of some of its traces, at least one; the step is that of their mean.</param>
    /// <param name="learningRate">η; above 0.</param>
    public static SelfAttention<T> Step<T>(this SelfAttention<T> head, IReadOnlyList<AttentionTraceGradients<T>> gradients, double learningRate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(head);
        MeanStep<AttentionTraceGradients<T>, T> step = new(gradients, learningRate, pass => ReferenceEquals(pass.Trace.Attention, head));
        return head.WithLearned(
            step.Move(head.QueryWeights, pass => pass.QueryWeights, "W^q"),
            step.Move(head.KeyWeights, pass => pass.KeyWeights, "W^k"),
            step.Move(head.ValueWeights, pass => pass.ValueWeights, "W^v"),
            step.Move(head.Score, pass => pass.ScoreMatrices),
            new ProjectionBiases<T>
            {
                Query = step.Move(head.QueryBias, pass => pass.QueryBias, "b^q"),
                Key = step.Move(head.KeyBias, pass => pass.KeyBias, "b^k"),
                Value = step.Move(head.ValueBias, pass => pass.ValueBias, "b^v"),
            });
    }
}
