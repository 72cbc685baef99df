using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One query against all keys: a strip of signed bars a key, one bar a product, with the score that they add up to and its weight.</summary>
/// <remarks>
/// All bars are on one scale, so that keys can be compared. Above 32 keys those with the greatest weights are shown. Below the strips the products
/// of the strongest keys stand in numbers, folded: at most 16 features a key, 64 rows in all. A selected key dims the others.
/// </remarks>
public sealed class NeuronStripFigure : Figure
{
    /// <summary>More keys than this, and only those with the greatest weights have a strip.</summary>
    internal const int GreatestKeys = 32;

    /// <summary>So many rows of products are told in numbers, over all keys.</summary>
    internal const int GreatestRows = 64;

    /// <summary>So many features of one key are told in numbers, those with the greatest products.</summary>
    internal const int GreatestFeatures = 16;

    private readonly string query;
    private readonly int keyCount;
    private readonly IReadOnlyList<NeuronStrip> strips;

    private NeuronStripFigure(string query, int keyCount, IReadOnlyList<NeuronStrip> strips)
    {
        this.query = query;
        this.keyCount = keyCount;
        this.strips = strips;
    }

    internal override string Title => $"Neuron view: query {query} and {(strips.Count < keyCount ? $"its {strips.Count} strongest of {keyCount} keys" : "all keys")}";

    internal override bool UsesScript => true;

    private IReadOnlyList<NeuronStrip> Told
    {
        get
        {
            int count = Math.Max(1, GreatestRows / Math.Min(GreatestFeatures, Features));
            return [.. strips.OrderByDescending(strip => strip.Weight).Take(count).OrderBy(strip => strip.Key)];
        }
    }

    private int Features => strips[0].Pair.Terms.Products.Length;

    private IEnumerable<string> Notices
    {
        get
        {
            if (strips.Count < keyCount) yield return $"Only the {strips.Count} keys with the greatest weights of {keyCount} have a strip.";
            if (Features > VectorColumn.GreatestLength) yield return $"Only the first {VectorColumn.GreatestLength} of {Features} products have a bar; the score is over all.";
            if (Told.Count < strips.Count || Features > GreatestFeatures)
                yield return $"{Count.Of(Math.Min(GreatestFeatures, Features), "product", "products")} of {Count.Of(Told.Count, "key", "keys")} are told in numbers; trace.NeuronView(key, query) tells more.";
        }
    }

    /// <summary>Writes the strips as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path) => SvgPage.Save(path, Title, Chart().Draw());

    /// <summary>Score and weight of each key, and the products of the strongest, as text.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        NumberFormat scores = NumberFormat.For(strips.Select(strip => strip.Pair.Score)), weights = NumberFormat.For(strips.Select(strip => strip.Weight));
        TextColumns.Append(text, [["key", "score", "weight"], .. strips.Select(strip => new[] { strip.Label, scores.Format(strip.Pair.Score), weights.Format(strip.Weight) })]);
        NeuronPair strongest = strips.MaxBy(strip => strip.Weight)!.Pair;
        text.AppendLine().AppendLine().Append("The greatest weight: ").Append(strongest.Description);
        new NeuronTable(strongest, GreatestFeatures).Write(text);
        foreach (string notice in Notices) text.AppendLine().Append(notice);
        return text.ToString();
    }

    internal static NeuronStripFigure Of<T>(AttentionTrace<T> trace, int query)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        int keys = trace.Weights.Values.RowCount;
        IEnumerable<int> shown = Enumerable.Range(0, keys).OrderByDescending(key => trace.Weights[key, query]).Take(GreatestKeys).Order();
        string name = TokenText.Isolate(ChosenPair.At(trace.Weights, 0, query).QueryLabel);
        return new NeuronStripFigure(name, keys, [.. shown.Select(key => NeuronStrip.Of(trace, key, query))]);
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            FigureScript.Root("neuron-strips"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title)),
            Scrolling.Box($"Strips. {Title}", Chart().Draw()),
            Notices.Select(notice => Html.Element("p", Html.Element("small", notice))),
            Told.Select(Details));

    private RowChart Chart()
    {
        ScoreTerms first = strips[0].Pair.Terms;
        return new RowChart(
            Title,
            [
                new VectorColumn($"{first.LeftName}·{first.RightName}, feature by feature", [.. strips.Select(strip => strip.Pair.Terms.Products)]),
                new NumberColumn("score", strips.Select(strip => strip.Pair.Score)),
                new AmountColumn("weight", [.. strips.Select(strip => strip.Weight)]),
            ],
            [.. strips.Select(strip => new ChartRow(strip.Label, strip.Description, strip.Choice))]);
    }

    private static XElement Details(NeuronStrip strip) =>
        Html.Element("details", Html.Attribute("data-for", strip.Choice), Html.Summary(strip.Description), new NeuronTable(strip.Pair, GreatestFeatures).Draw());
}
