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
        new("steps-head", () => Samples.Head(mask: AttentionMask.Causal).Steps()),
        new("steps-head-hostile", () => Samples.Head(Samples.Hostile).Steps()),
        new("steps-token", () => Samples.Head().Token("man").Steps()),
        new("steps-token-hostile", () => Samples.Head(Samples.Hostile).Token(0).Steps()),
        new("steps-layer", () => Samples.Layer().Steps()),
        new("steps-layer-hostile", () => Samples.Layer(sentence: Samples.Hostile).Steps()),
    ];

    internal static FigureExample Named(string name) => All.Single(example => example.Name == name);
}
