using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>One head of attention run backwards: how a loss L changes with each matrix of a trace, and with what is learned.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// Made by <see cref="AttentionTrace{T}.Backward"/>. Each gradient has the shape, the labels and, with dL/d before it, the symbol of its matrix.
/// The chain rule goes the steps of the trace from the last to the first, O → A′ → A → Q, K → W^q, W^k, W^v, I, in plain matrix products.
/// Immutable as long as nobody writes into its matrices.
/// </remarks>
public sealed class AttentionTraceGradients<T> : EngineResult
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LabelledMatrix<T>? source;

    internal AttentionTraceGradients(AttentionTrace<T> trace, Matrix<T> outputGradient)
    {
        Trace = trace;
        SelfAttention<T> head = trace.Attention;
        Matrix<T> input = trace.Input.Values, from = trace.Source.Values;

        // O = V·A′
        Output = Of(trace.Output, outputGradient);
        Values = Of(trace.Values, outputGradient.TransposeAndMultiply(trace.Weights));
        Weights = Of(trace.Weights, trace.Values.Values.TransposeThisAndMultiply(outputGradient));

        // A′ = normalise(A); biases are added, and do not change a gradient
        Matrix<T> scores = head.Normalisation.Backward<T>(trace.NormalisedScores, trace.Weights, Weights);
        MaskedScores = trace.MaskedScores is { } masked ? Of(masked, scores) : null;
        BiasedScores = trace.BiasedScores is { } biased ? Of(biased, scores) : null;
        Scores = Of(trace.Scores, scores);

        // A = score(K, Q), K and Q turned where there are rotary positions
        ScoreGradients<T> pair = head.Score.Backward(trace.RotatedQueries ?? trace.Queries, trace.RotatedKeys ?? trace.Keys, scores);
        RotatedQueries = trace.RotatedQueries is { } rotatedQueries ? Of(rotatedQueries, pair.Queries) : null;
        RotatedKeys = trace.RotatedKeys is { } rotatedKeys ? Of(rotatedKeys, pair.Keys) : null;
        Queries = Of(trace.Queries, head.Rotary?.Backward(pair.Queries) ?? pair.Queries);
        Keys = Of(trace.Keys, head.Rotary?.Backward(pair.Keys) ?? pair.Keys);
        ScoreMatrices = [.. head.Score.LearnedMatrices.Zip(pair.Learned, Of)];

        // Q = W^q·I + b^q·1ᵀ, K = W^k·S + b^k·1ᵀ, V = W^v·S + b^v·1ᵀ
        QueryWeights = Learned("query weights", "W^q", Queries.Values.TransposeAndMultiply(input), trace.Input);
        KeyWeights = Learned("key weights", "W^k", Keys.Values.TransposeAndMultiply(from), trace.Source);
        ValueWeights = Learned("value weights", "W^v", Values.Values.TransposeAndMultiply(from), trace.Source);
        QueryBias = head.QueryBias is null ? null : GradientLabels.OfBias(Queries, "query bias", "b^q");
        KeyBias = head.KeyBias is null ? null : GradientLabels.OfBias(Keys, "key bias", "b^k");
        ValueBias = head.ValueBias is null ? null : GradientLabels.OfBias(Values, "value bias", "b^v");
        Matrix<T> ofInput = head.QueryWeights.TransposeThisAndMultiply(Queries);
        Matrix<T> ofSource = head.KeyWeights.TransposeThisAndMultiply(Keys) + head.ValueWeights.TransposeThisAndMultiply(Values);
        Input = Of(trace.Input, trace.IsCrossAttention ? ofInput : ofInput + ofSource);
        source = trace.IsCrossAttention ? new(ofSource, "Gradient of source", "dL/dS", trace.Source.RowLabels, trace.Source.ColumnLabels) : null;
    }

    /// <summary>The forward pass.</summary>
    public AttentionTrace<T> Trace { get; }

    /// <summary>dL/dO, v×n: what was given.</summary>
    public LabelledMatrix<T> Output { get; }

    /// <summary>dL/dV = dL/dO·A′ᵀ, v×n_k.</summary>
    public LabelledMatrix<T> Values { get; }

    /// <summary>dL/dA′ = Vᵀ·dL/dO, n_k×n. A pair that the mask forbids has one too: it says what a weight there would do.</summary>
    public LabelledMatrix<T> Weights { get; }

    /// <summary>dL/dA with biases and mask, n_k×n: the normalisation backwards; 0 where the mask forbids. Null without a mask.</summary>
    public LabelledMatrix<T>? MaskedScores { get; }

    /// <summary>dL/dA with the linear biases, n_k×n: the same numbers as <see cref="Scores"/>. Null without ALiBi.</summary>
    public LabelledMatrix<T>? BiasedScores { get; }

    /// <summary>dL/dA, n_k×n: the normalisation backwards; 0 where the mask forbids.</summary>
    public LabelledMatrix<T> Scores { get; }

    /// <summary>dL/dQ of the turned queries, q×n; null without rotary positions.</summary>
    public LabelledMatrix<T>? RotatedQueries { get; }

    /// <summary>dL/dK of the turned keys, q×n_k; null without rotary positions.</summary>
    public LabelledMatrix<T>? RotatedKeys { get; }

    /// <summary>dL/dQ, q×n; for a dot product K·dL/dA, turned back by the positions.</summary>
    public LabelledMatrix<T> Queries { get; }

    /// <summary>dL/dK, q×n_k; for a dot product Q·(dL/dA)ᵀ, turned back by the positions.</summary>
    public LabelledMatrix<T> Keys { get; }

    /// <summary>dL/dW of each matrix that the score itself learns, in the order of <see cref="Score{T}.LearnedMatrices"/>.</summary>
    public IReadOnlyList<LabelledMatrix<T>> ScoreMatrices { get; }

    /// <summary>dL/dW^q = dL/dQ·Iᵀ, q×r.</summary>
    public LabelledMatrix<T> QueryWeights { get; }

    /// <summary>dL/dW^k = dL/dK·Sᵀ, q×r.</summary>
    public LabelledMatrix<T> KeyWeights { get; }

    /// <summary>dL/dW^v = dL/dV·Sᵀ, v×r.</summary>
    public LabelledMatrix<T> ValueWeights { get; }

    /// <summary>dL/db^q, q×1: the row sums of dL/dQ; null without a bias.</summary>
    public LabelledMatrix<T>? QueryBias { get; }

    /// <summary>dL/db^k, q×1: the row sums of dL/dK; null without a bias. A dot product with softmax leaves zeros: b^k adds the same to all scores of a query.</summary>
    public LabelledMatrix<T>? KeyBias { get; }

    /// <summary>dL/db^v, v×1: the row sums of dL/dV; null without a bias.</summary>
    public LabelledMatrix<T>? ValueBias { get; }

    /// <summary>dL/dI, r×n: what comes by way of the queries, and in self-attention also of keys and values, added up.</summary>
    public LabelledMatrix<T> Input { get; }

    /// <summary>dL/dS, r×n_k: what comes by way of keys and values; in self-attention the gradient of the input itself.</summary>
    public LabelledMatrix<T> Source => source ?? Input;

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    private static LabelledMatrix<T> Of(LabelledMatrix<T> matrix, Matrix<T> gradient) => GradientLabels.Of(matrix, gradient);

    private static LabelledMatrix<T> Learned(string name, string symbol, Matrix<T> gradient, LabelledMatrix<T> tokens) =>
        new(gradient, $"Gradient of {name}", $"dL/d{symbol}", columnLabels: tokens.RowLabels);
}
