using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Charts;

public sealed class TraceChartsTests
{
    private static readonly LabelledMatrix<double> Input = Sentence.Parse("one two two three").Embed(WordVectors.Random(size: 6, seed: 2));

    private static readonly AttentionTrace<double> Trace = SelfAttention.Random(modelSize: 6, headSize: 3, seed: 1).Trace(Input, mask: AttentionMask.Causal);

    [Fact]
    public void ScoreSurface_CausalTrace_CarriesTheScoresWithHolesWhereMasked()
    {
        JsonNode surface = Assert.Single(ChartData.Of(Trace.ScoreSurface()).Traces());
        double?[][] heights = surface["z"].Rows<double>();
        for (int key = 0; key < 4; key++)
        {
            for (int query = 0; query < 4; query++) Assert.Equal(key <= query ? Trace.Scores[key, query] : null, heights[key][query]);
        }
    }

    [Fact]
    public void ScoreSurface_LongTrace_CarriesTheGreatestScoreOfEachBinAndSaysSo()
    {
        AttentionTrace<double> trace = Reading.Traces.Long(tokens: 300, size: 4, mask: AttentionMask.Causal);
        JsonObject chart = ChartData.Of(trace.ScoreSurface());
        double?[][] heights = Assert.Single(chart.Traces())["z"].Rows<double>();
        Assert.Equal((100, 100), (heights.Length, heights[0].Length));
        for (int key = 0; key < 100; key++)
        {
            for (int query = 0; query < 100; query++)
            {
                double[] scores = [.. trace.MaskedScores!.Values.SubMatrix(3 * key, 3, 3 * query, 3).Enumerate().Where(double.IsFinite)];
                Assert.Equal(scores.Length == 0 ? null : scores.Max(), heights[key][query]);
            }
        }

        Assert.Contains("3 keys × 3 queries", chart["layout"]!["annotations"]![0]!["text"]!.GetValue<string>().Replace("<br>", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void TokenScatter_TwoAxes_KeepTheDistancesThatTheSingularValuesPromise()
    {
        JsonNode[] panels = ChartData.Of(Trace.TokenScatter()).Traces();
        AssertIsBestPlane(Trace.Input.Values, panels[0]);
        AssertIsBestPlane(Trace.Output.Values, panels[1]);
        Assert.Equal(["one", "two", "two", "three"], panels[1]["hovertext"].Numbers<string>());
        Assert.Equal(["one", "two", "three"], panels[1]["text"].Numbers<string>().Where(name => name.Length > 0).Distinct());
    }

    [Fact]
    public void TokenScatter_Layer_ShowsItsInputAndItsOutput()
    {
        MultiHeadTrace<double> layer = MultiHeadAttention.Random(modelSize: 6, heads: 2, seed: 1).Trace(Input);
        JsonNode[] panels = ChartData.Of(layer.TokenScatter()).Traces();
        AssertIsBestPlane(layer.Input.Values, panels[0]);
        AssertIsBestPlane(layer.Output.Values, panels[1]);
    }

    [Fact]
    public void TokenScatter_OneToken_StandsAtTheOrigin()
    {
        AttentionTrace<double> trace = SelfAttention.Random(modelSize: 6, headSize: 3, seed: 1).Trace(Input.Values.SubMatrix(0, 6, 0, 1));
        JsonNode panel = ChartData.Of(trace.TokenScatter()).Traces()[0];
        Assert.Equal([0.0], panel["x"].Numbers<double>());
        Assert.Equal([0.0], panel["y"].Numbers<double>());
    }

    [Fact]
    public void SaveHtml_Chart_IsOnePageThatNamesNoOtherFile()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        try
        {
            Trace.ScoreSurface().SaveHtml(path);
            IDocument page = new HtmlParser().ParseDocument(File.ReadAllText(path));
            Assert.Equal(2, page.Scripts.Length);
            Assert.Empty(page.QuerySelectorAll("[src], [href]"));
            Assert.Equal("Masked scores A, 4×4", page.Title);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The two axes are orthogonal, and along them the vectors vary as along the first two eigenvectors of their covariance.</summary>
    private static void AssertIsBestPlane(Matrix<double> vectors, JsonNode panel)
    {
        Vector<double> mean = vectors.RowSums() / vectors.ColumnCount;
        Matrix<double> centred = Matrix<double>.Build.DenseOfColumnVectors(vectors.EnumerateColumns().Select(vector => vector - mean));
        double[] variances = [.. (centred * centred.Transpose()).Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending()];
        Vector<double> x = Vector<double>.Build.Dense(panel["x"].Numbers<double>()), y = Vector<double>.Build.Dense(panel["y"].Numbers<double>());
        Assert.Equal(variances[0], x.DotProduct(x), precision: 9);
        Assert.Equal(variances[1], y.DotProduct(y), precision: 9);
        Assert.Equal(0, x.DotProduct(y), precision: 9);
    }
}
