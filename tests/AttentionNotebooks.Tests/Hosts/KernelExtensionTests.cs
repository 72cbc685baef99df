using System.Numerics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.DotNet.Interactive.Formatting;
using Chart = Plotly.NET.CSharp.Chart;

namespace AttentionNotebooks.Tests.Hosts;

/// <summary>What a .NET Interactive host shows once the extension has run.</summary>
public sealed class KernelExtensionTests
{
    public KernelExtensionTests() => KernelExtension.Load();

    public static TheoryData<object> Numbers =>
    [
        Matrix<double>.Build.Dense(2, 3, 0.25),
        Matrix<double>.Build.Sparse(2, 3, 0.25),
        Matrix<double>.Build.DiagonalIdentity(2, 3),
        Matrix<float>.Build.Dense(2, 3, 0.25f),
        Matrix<float>.Build.Sparse(2, 3, 0.25f),
        Matrix<float>.Build.DiagonalIdentity(2, 3),
        Matrix<Complex>.Build.Dense(2, 3, new Complex(0.25, 1)),
        Matrix<Complex32>.Build.Dense(2, 3, new Complex32(0.25f, 1)),
        MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(3, 0.25),
        MathNet.Numerics.LinearAlgebra.Vector<float>.Build.Sparse(3, 0.25f),
        MathNet.Numerics.LinearAlgebra.Vector<Complex>.Build.Dense(3, new Complex(0.25, 1)),
        MathNet.Numerics.LinearAlgebra.Vector<Complex32>.Build.Dense(3, new Complex32(0.25f, 1)),
    ];

    [Theory]
    [MemberData(nameof(Numbers), DisableDiscoveryEnumeration = true)]
    public void Numbers_Shown_AreATableAndText(object value)
    {
        Assert.Equal([HtmlFormatter.MimeType, PlainTextFormatter.MimeType], Formatter.GetPreferredMimeTypesFor(value.GetType()));
        IElement table = Assert.Single(Parse(value.ToDisplayString(HtmlFormatter.MimeType)).QuerySelectorAll("table"));
        Assert.NotEmpty(table.QuerySelectorAll("td"));
        Assert.DoesNotContain('<', value.ToDisplayString(PlainTextFormatter.MimeType));
    }

    [Fact]
    public void Load_Twice_ChangesNothing()
    {
        Matrix<double> matrix = Matrix<double>.Build.DenseIdentity(2);
        string before = matrix.ToDisplayString(HtmlFormatter.MimeType);
        KernelExtension.Load();
        Assert.Equal(before, matrix.ToDisplayString(HtmlFormatter.MimeType));
    }

    [Fact]
    public void OurOwnTypes_WithoutRegistration_AreFoundByName()
    {
        Formatter.ResetToDefault();
        object trace = SelfAttention.Random(8, 4, seed: 1).Trace(Sentence.Parse("I saw the man").Embed(WordVectors.Semantic));
        Assert.Equal([HtmlFormatter.MimeType, PlainTextFormatter.MimeType], Formatter.GetPreferredMimeTypesFor(trace.GetType()));
        Assert.Equal(((Displayable)trace).ToHtml(), trace.ToDisplayString(HtmlFormatter.MimeType));
        KernelExtension.Load();
    }

    [Fact]
    public void Charts_Shown_BringPlotlyAtMostOnce()
    {
        string[] charts = [Show("one"), Show("two"), Show("three")];
        Assert.InRange(charts.Count(html => html.Length > 1_000_000), 0, 1);
        Assert.Equal(3, Parse(string.Concat(charts)).QuerySelectorAll("div[id]").Select(chart => chart.Id).Distinct().Count());
    }

    [Fact]
    public void Chart_HostileTitle_EndsNoScript()
    {
        IDocument page = Parse(Show("</script><img src=x onerror=alert(1)>"));
        Assert.Empty(page.QuerySelectorAll("img"));
    }

    private static string Show(string title)
    {
        object chart = Chart.Heatmap<double, double, double, string>(zData: new[] { new[] { 1.0, 2 }, [3, 4] }, Name: title);
        return chart.ToDisplayString(HtmlFormatter.MimeType);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
