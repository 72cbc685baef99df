namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>Every figure that saves itself as one SVG file: what is opened in another program than a browser. A new figure is one line here.</summary>
internal static class EverySvg
{
    internal static readonly IReadOnlyDictionary<string, Action<string>> Savers = new Dictionary<string, Action<string>>
    {
        ["heatmap"] = path => Samples.Head().Map.Heatmap().SaveSvg(path),
        ["heatmap-12-heads"] = path => Samples.Layer(heads: 12).Map.Heatmap().SaveSvg(path),
        ["heatmap-12-heads-64-tokens"] = path => Samples.Map(layers: 1, heads: 12, tokens: 64).Heatmap().SaveSvg(path),
        ["model-view"] = path => Samples.Map(layers: 6, heads: 8, tokens: 40).ModelView().SaveSvg(path),
        ["head-view"] = path => Samples.Layer().Map.HeadView().SaveSvg(path),
        ["neuron-strip"] = path => Samples.Head().NeuronView("telescope").SaveSvg(path),
        ["weighted-sum"] = path => Samples.Layer().WeightedSum("telescope").SaveSvg(path),
        ["growth"] = path => GrowthSamples.OverTokens().Figure().SaveSvg(path),
        ["loss"] = path => TrainingSamples.History(steps: 1000, every: 50).Figure().SaveSvg(path),
        ["film"] = path => TrainingSamples.Film(Samples.Sentence, heads: 1, frames: 6).Figure().SaveSvg(path),
        ["heatmap-hostile"] = path => Samples.Head(Samples.Hostile).Map.Heatmap().SaveSvg(path),
    };
}
