using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests;

/// <summary>What several tests draw, and how they read it back.</summary>
internal static class Samples
{
    internal static readonly string[] HostileTokens =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "שלום", "\u202Eevil", "👨‍👩‍👧‍👦", "e\u0301\u0302", "a\0b", new string('x', 10_000), "\uD800", "a" + new string('\u0301', 5_000),
    ];

    internal static Matrix<double> Matrix(int rows, int columns, int seed) => Matrix<double>.Build.Random(rows, columns, new Normal(0, 1, new Random(seed)));

    internal static Matrix<double> Weights(int keys, int queries, int seed) => Normalisation.Softmax().Apply(Matrix(keys, queries, seed));

    internal static AttentionMap Map(int layers, int heads, int keys, int queries, string[]? keyLabels = null, string[]? queryLabels = null) =>
        new(
            [.. Enumerable.Range(0, layers).Select(layer => Enumerable.Range(0, heads).Select(head => Weights(keys, queries, (100 * layer) + head)).ToArray())],
            keyLabels,
            queryLabels);

    internal static string[] Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(index => $"{prefix}{index}")];

    internal static IDocument Parse(Displayable displayable) => new HtmlParser().ParseDocument(displayable.ToHtml());

    /// <summary>The panels, without the legend.</summary>
    internal static IElement[] Panels(IParentNode document) =>
        [.. document.QuerySelectorAll("svg").Where(svg => svg.QuerySelector("title")?.TextContent.StartsWith("Attention weights", StringComparison.Ordinal) == true)];

    internal static double Number(string text) =>
        double.Parse(text.Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture);
}
