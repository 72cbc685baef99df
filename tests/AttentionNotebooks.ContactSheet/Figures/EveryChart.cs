using Plotly.NET;

namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>Every kind of chart. A new chart is one line here.</summary>
internal static class EveryChart
{
    internal static readonly IReadOnlyDictionary<string, Func<GenericChart>> All = new Dictionary<string, Func<GenericChart>>
    {
        ["chart-head"] = () => Samples.Layer().Map.Chart(head: 2),
        ["chart-heads"] = () => Samples.Layer().Map.HeadsChart(),
        ["chart-head-grid"] = () => Samples.Layer(heads: 12).Map.HeadGridChart(),
        ["chart-64-tokens"] = () => Samples.Map(layers: 1, heads: 2, tokens: 64).Chart(head: 0),
        ["chart-600-tokens"] = () => Samples.Map(layers: 1, heads: 1, tokens: 600).Chart(head: 0),
        ["chart-layers"] = () => Samples.Map(layers: 6, heads: 2, tokens: 10).LayersChart(head: 1),
        ["chart-scores"] = () => Samples.Head(mask: AttentionMask.Causal).ScoreSurface(),
        ["chart-tokens"] = () => Samples.Layer().TokenScatter(),
        ["chart-hostile"] = () => Samples.Head(Samples.Hostile).Map.Chart(head: 0),
        ["chart-tokens-hostile"] = () => Samples.Head(Samples.Hostile).TokenScatter(),
    };

    /// <summary>Charts one below the other, as cells of a notebook show them: the first brings plotly.js.</summary>
    internal static string Notebook(params IEnumerable<GenericChart> charts) =>
        string.Concat(charts.Select((chart, index) => ChartHtml.Of(chart, number: index + 1, withLibrary: index == 0)));
}
