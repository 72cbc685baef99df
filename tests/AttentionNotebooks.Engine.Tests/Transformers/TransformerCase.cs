using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Transformers;

/// <summary>Small transformers of every kind, by name, with sentences for them.</summary>
internal static class TransformerCase
{
    public const int Vocabulary = 7;

    private static readonly TransformerConfig Small = new()
    {
        VocabularySize = Vocabulary,
        ModelSize = 8,
        Layers = 2,
        Heads = 4,
        FeedForwardSize = 6,
        MaxTokens = 5,
    };

    private static readonly Dictionary<string, TransformerConfig> All = new()
    {
        ["encoder"] = Small,
        ["decoder"] = Small with { IsCausal = true },
        ["encoder, norm last"] = Small with { NormFirst = false },
        ["decoder, norm last, RMS norm, SwiGLU"] = Small with { IsCausal = true, NormFirst = false, Norm = NormKind.RmsNorm, Activation = ActivationKind.SwiGlu },
        ["decoder, RMS norm, ReLU, rotary"] = Small with { IsCausal = true, Norm = NormKind.RmsNorm, Activation = ActivationKind.Relu, Positions = PositionKind.Rotary },
        ["encoder, rotary, SwiGLU"] = Small with { Positions = PositionKind.Rotary, Activation = ActivationKind.SwiGlu },
        ["decoder, ALiBi"] = Small with { IsCausal = true, Positions = PositionKind.Alibi },
        ["encoder, ALiBi, no biases"] = Small with { Positions = PositionKind.Alibi, HasBiases = false },
        ["encoder, sinusoidal"] = Small with { Positions = PositionKind.Sinusoidal },
        ["encoder, no positions, no biases, norm last"] = Small with { Positions = PositionKind.None, HasBiases = false, NormFirst = false },
        ["decoder, grouped queries, rotary"] = Small with { IsCausal = true, KeyValueHeads = 2, Positions = PositionKind.Rotary },
        ["encoder, one key head, no biases"] = Small with { KeyValueHeads = 1, HasBiases = false },
        ["decoder with cross-attention"] = Small with { IsCausal = true, CrossAttends = true },
        ["decoder with cross-attention, norm last, ReLU"] = Small with { IsCausal = true, CrossAttends = true, NormFirst = false, Activation = ActivationKind.Relu },
        ["decoder with cross-attention, grouped queries, rotary, no biases"] =
            Small with { IsCausal = true, CrossAttends = true, KeyValueHeads = 2, Positions = PositionKind.Rotary, HasBiases = false },
    };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Sentences of some lengths, one of a single token, and targets at some of their tokens.</summary>
    public static IReadOnlyList<TrainingExample> Examples { get; } =
    [
        new([1, 4, 2, 0, 6], [TrainingExample.NoTarget, 3, TrainingExample.NoTarget, 5, 0]),
        new([5], [2]),
        new([3, 3, 1], [1, TrainingExample.NoTarget, 6]),
    ];

    public static TransformerConfig Config(string name) => All[name];

    /// <summary>The model, with biases and gains that are no longer 0 and 1, so that all of them matter.</summary>
    public static Transformer<T> Model<T>(string name, int seed = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => Model<T>(Config(name), seed);

    /// <inheritdoc cref="Model{T}(string, int)"/>
    public static Transformer<T> Model<T>(TransformerConfig config, int seed = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Transformer<T> model = Transformer.Create<T>(config, seed);
        foreach (Parameter<T> parameter in model.Parameters)
            parameter.Values.Add(Samples.DrawMatrix<T>(parameter.Values.RowCount, parameter.Values.ColumnCount, seed: parameter.Count) * T.CreateChecked(0.3), parameter.Values);
        return model;
    }

    /// <summary>A source for each of the examples where the model cross-attends: of another length than the sentence.</summary>
    public static Matrix<T>[]? Sources<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Config(name).CrossAttends ? [.. Examples.Select((example, index) => Samples.DrawMatrix<T>(Config(name).ModelSize, 6 - example.Tokens.Count, seed: index))] : null;
}
