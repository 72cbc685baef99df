using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>Every kind of figure: what the browser tests open, and what the contact sheet shows. A new figure is one line here.</summary>
internal static class EveryFigure
{
    internal static readonly IReadOnlyList<FigureExample> All =
    [
        new("sentence", () => Samples.Sentence),
        new("sentence-hostile", () => Samples.Hostile),
        new("vector", () => Samples.Head().Output.Column(2)),
        new("matrix", () => Samples.Head().Scores),
        new("matrix-large", () => Matrix<double>.Build.Random(200, 300, seed: 1).Figure()),
        new("matrix-sparse", () => Matrix<double>.Build.SparseDiagonal(12, 12, 0.5).Figure("Sparse", "S")),
        new("matrix-complex", () => Matrix<Complex>.Build.Dense(3, 4, (row, column) => new Complex(row - 1, 0.5 * column)).Figure("Complex")),
        new("matrix-hostile", () => Samples.Head(Samples.Hostile).Scores),
        new("heatmap", () => Samples.Head().Map.Heatmap()),
        new("heatmap-12-heads", () => Samples.Layer(heads: 12).Map.Heatmap()),
        new("heatmap-12-heads-64-tokens", () => Samples.Map(layers: 1, heads: 12, tokens: 64).Heatmap()),
        new("heatmap-600-tokens", () => Samples.Map(layers: 1, heads: 1, tokens: 600).Heatmap()),
        new("heatmap-causal", () => Samples.Head(mask: AttentionMask.Causal).Map.Heatmap()),
        new("heatmap-cross", () => Samples.Cross().Map.Heatmap()),
        new("heatmap-hostile", () => Samples.Head(Samples.Hostile).Map.Heatmap()),
        new("heatmap-sums-sorted", () => Samples.Layer().Map.Heatmap().WithColumnSums().OrderedBy(HeadOrder.Entropy)),
        new("head-view", () => Samples.Layer().Map.HeadView()),
        new("head-view-12-heads", () => Samples.Layer(heads: 12).Map.HeadView()),
        new("head-view-cross", () => Samples.Cross().Map.HeadView()),
        new("head-view-pair", () => Samples.Layer().Map.HeadView(pair: new SentencePair(3))),
        new("head-view-hostile", () => Samples.Layer(sentence: Samples.Hostile).Map.HeadView()),
        new("model-view", () => Samples.Map(layers: 3, heads: 4, tokens: 14).ModelView()),
        new("model-view-hostile", () => Samples.Layer(sentence: Samples.Hostile).Map.ModelView()),
        new("neuron-pair", () => Samples.Head().NeuronView("saw", "telescope")),
        new("neuron-strip", () => Samples.Head().NeuronView("telescope")),
        new("neuron-strip-hostile", () => Samples.Head(Samples.Hostile).NeuronView(0)),
        new("weighted-sum-token", () => Samples.Head().Token("telescope").WeightedSum()),
        new("weighted-sum-layer", () => Samples.Layer().WeightedSum("telescope")),
        new("weighted-sum-hostile", () => Samples.Head(Samples.Hostile).Token(0).WeightedSum()),
        new("generation", () => Samples.Layer(mask: AttentionMask.Causal).Map.Head(1).Generation()),
        new("rollout", () => Samples.Map(layers: 3, heads: 4, tokens: 9).Rollout().Heatmap()),
        new("flow", () => Samples.Map(layers: 3, heads: 4, tokens: 9).Flow().Heatmap()),
        new("difference", () => Samples.Layer().Map.Minus(Samples.Layer(mask: AttentionMask.Causal).Map).Figure()),
        new("statistics", () => Samples.Layer(heads: 12).Map.Statistics().Figure()),
        new("merged-words", () => Samples.Head().Map.MergeWords([0..1, 1..2, 2..4, 4..7]).Heatmap()),
        new("steps-head", () => Samples.Head(mask: AttentionMask.Causal).Steps()),
        new("steps-head-hostile", () => Samples.Head(Samples.Hostile).Steps()),
        new("steps-token", () => Samples.Head().Token("man").Steps()),
        new("steps-token-hostile", () => Samples.Head(Samples.Hostile).Token(0).Steps()),
        new("steps-layer", () => Samples.Layer().Steps()),
        new("steps-layer-hostile", () => Samples.Layer(sentence: Samples.Hostile).Steps()),
    ];

    internal static FigureExample Named(string name) => All.Single(example => example.Name == name);
}
