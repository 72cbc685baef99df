using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>Every kind of figure: what the browser tests open, and what the contact sheet shows. A new figure is one line here.</summary>
internal static class EveryFigure
{
    /// <summary>Every kind that writes tokens: made of any sentence.</summary>
    private static readonly (string Name, Func<Sentence, Displayable> Make)[] OfTokens =
    [
        ("sentence", sentence => sentence),
        ("vector", sentence => Samples.Head(sentence).Weights.Column(0)),
        ("matrix", sentence => Samples.Head(sentence).Scores),
        ("heatmap", sentence => Samples.Head(sentence).Map.Heatmap()),
        ("heatmap-binned", sentence => Samples.Map(layers: 1, heads: 1, tokens: 600, sentence).Heatmap()),
        ("heatmap-cross", sentence => Samples.Cross(sentence).Map.Heatmap()),
        ("heatmap-sums-sorted", sentence => Samples.Layer(heads: 3, sentence).Map.Heatmap().WithColumnSums().OrderedBy(HeadOrder.Entropy)),
        ("head-view", sentence => Samples.Layer(sentence: sentence).Map.HeadView()),
        ("head-view-cross", sentence => Samples.Cross(sentence).Map.HeadView()),
        ("head-view-pair", sentence => Samples.Layer(heads: 2, sentence).Map.HeadView(pair: new SentencePair(3))),
        ("model-view", sentence => Samples.Map(layers: 2, heads: 3, tokens: sentence.Tokens.Count, sentence).ModelView()),
        ("neuron-pair", sentence => Samples.Head(sentence).NeuronView(0, sentence.Tokens.Count - 2)),
        ("neuron-strip", sentence => Samples.Head(sentence).NeuronView(0)),
        ("weighted-sum-token", sentence => Samples.Head(sentence).Token(0).WeightedSum()),
        ("weighted-sum-layer", sentence => Samples.Layer(sentence: sentence).WeightedSum(0)),
        ("generation", sentence => Samples.Layer(sentence: sentence, mask: AttentionMask.Causal).Map.Head(1).Generation()),
        ("gradients-head", sentence => TrainingSamples.Gradients(Samples.Head(sentence)).Figure()),
        ("film", sentence => TrainingSamples.Film(sentence, heads: 1, frames: 6)),
        ("difference", sentence => Samples.Layer(heads: 2, sentence).Map.Minus(Samples.Layer(heads: 2, sentence, AttentionMask.Causal).Map).Figure()),
        ("statistics", sentence => Samples.Layer(heads: 12, sentence).Map.Statistics().Figure()),
        ("merged-words", sentence => Samples.Head(sentence).Map.MergeWords([0..1, 1..2, 2..4, 4..sentence.Tokens.Count]).Heatmap()),
        ("steps-head", sentence => Samples.Head(sentence, AttentionMask.Causal).Steps()),
        ("steps-token", sentence => Samples.Head(sentence).Token(0).Steps()),
        ("steps-layer", sentence => Samples.Layer(heads: 2, sentence).Steps()),
    ];

    /// <summary>Every kind that writes no tokens.</summary>
    private static readonly FigureExample[] WithoutTokens =
    [
        new("growth-tokens", () => GrowthSamples.OverTokens()),
        new("growth-heads", () => GrowthSamples.OverHeads()),
        new("loss", () => TrainingSamples.History(steps: 1000, every: 50)),
        new("relations", () => TrainingSamples.Report("rhyme", "who did what", "homonym sense")),
    ];

    private static readonly FigureExample[] Others =
    [
        new("matrix-large", () => Matrix<double>.Build.Random(200, 300, seed: 1).Figure()),
        new("matrix-sparse", () => Matrix<double>.Build.SparseDiagonal(12, 12, 0.5).Figure("Sparse", "S")),
        new("matrix-complex", () => Matrix<Complex>.Build.Dense(3, 4, (row, column) => new Complex(row - 1, 0.5 * column)).Figure("Complex")),
        new("matrix-named-hostile", () => Matrix<double>.Build.Random(2, 2, seed: 1).Figure(Hostile.Tokens[0], Hostile.Tokens[1])),
        new("heatmap-12-heads", () => Samples.Layer(heads: 12).Map.Heatmap()),
        new("heatmap-12-heads-64-tokens", () => Samples.Map(layers: 1, heads: 12, tokens: 64).Heatmap()),
        new("heatmap-causal", () => Samples.Head(mask: AttentionMask.Causal).Map.Heatmap()),
        new("head-view-12-heads", () => Samples.Layer(heads: 12).Map.HeadView()),
        new("model-view-binned", () => Samples.Map(layers: 2, heads: 12, tokens: 200).ModelView()),
        new("rollout", () => Samples.Map(layers: 3, heads: 4, tokens: 9).Rollout().Heatmap()),
        new("flow", () => Samples.Map(layers: 3, heads: 4, tokens: 9).Flow().Heatmap()),
        new("gradients-layer", () => TrainingSamples.Gradients(Samples.Layer(heads: 2)).Figure()),
        new("gradients-proof", () => TrainingSamples.Proof(Samples.Head())),
        new("gradient-check", () => TrainingSamples.Check(Samples.Head())),
        new("edit", () => TrainingSamples.Edit()),
        new("film-4-heads", () => TrainingSamples.Film(Samples.Sentence, heads: 4, frames: 40)),
        new("loss-short", () => TrainingSamples.History(steps: 30, every: null, floor: 1)),
        new("loss-one-point", () => new TrainingHistory([.. TrainingSamples.History(steps: 3, every: 1).Points.Take(1)])),
        new("relations-named-hostile", () => TrainingSamples.Report([.. Hostile.Tokens.Where(name => name.Trim().Length > 0)])),
        new("steps-head-biases", () => Samples.LayerWithBiases().Heads[0].Steps()),
        new("steps-layer-biases", () => Samples.LayerWithBiases().Steps()),
        new("weighted-sum-layer-biases", () => Samples.LayerWithBiases().WeightedSum(0)),
        new("growth-one-point", () => new AttentionGrowth(GrowthAxis.Heads, [.. GrowthSamples.OverHeads().Points.Take(1)])),
    ];

    /// <summary>Every kind, of a sentence as people write it.</summary>
    internal static readonly IReadOnlyList<FigureExample> Kinds = [.. Of(Samples.Sentence, ""), .. WithoutTokens];

    /// <summary>The same with what shows other sizes and choices.</summary>
    internal static readonly IReadOnlyList<FigureExample> Plain = [.. Kinds, .. Others];

    /// <summary>Every kind that writes tokens, of the tokens in <see cref="Hostile.Tokens"/>.</summary>
    internal static readonly IReadOnlyList<FigureExample> OfHostileTokens = Of(Samples.Hostile, "-hostile");

    /// <summary>The same kinds in the same order, of as many words.</summary>
    internal static readonly IReadOnlyList<FigureExample> OfAsManyWords = Of(Samples.AsLong, "");

    /// <summary>All.</summary>
    internal static readonly IReadOnlyList<FigureExample> All = [.. Plain.Concat(OfHostileTokens).OrderBy(figure => figure.Name, StringComparer.Ordinal)];

    internal static FigureExample Named(string name) => All.Single(example => example.Name == name);

    private static FigureExample[] Of(Sentence sentence, string suffix) =>
        [.. OfTokens.Select(kind => new FigureExample(kind.Name + suffix, () => kind.Make(sentence)))];
}
