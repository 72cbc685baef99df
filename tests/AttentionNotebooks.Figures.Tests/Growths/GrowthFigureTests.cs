using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Growths;

public sealed class GrowthFigureTests
{
    private static readonly int[] Sizes = [16, 64, 100, 1024, 16_384];

    private static readonly AttentionGrowth OverTokens = Growth(GrowthAxis.Tokens, size => AttentionCost.Of<float>(heads: 4, tokens: size, headSize: 64, AttentionMask.Causal));

    private static readonly AttentionGrowth OverHeads = Growth(GrowthAxis.Heads, size => AttentionCost.Of<double>(heads: size, tokens: 128, headSize: 8));

    public static TheoryData<GrowthAxis> Axes => [GrowthAxis.Tokens, GrowthAxis.Heads];

    [Theory]
    [MemberData(nameof(Axes))]
    public void Markers_ReadOffTheAxes_StandAtTheValuesOfThePoints(GrowthAxis axis)
    {
        AttentionGrowth growth = Of(axis);
        IElement body = Dom.Of(growth);
        AssertPanel(GrowthReading.Panel(body, 0, growth), growth, point => point.Seconds);
        AssertPanel(GrowthReading.Panel(body, 1, growth), growth, point => point.Bytes);
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void Guides_ReadOffTheAxes_GrowInProportionAndWithTheSquare(GrowthAxis axis)
    {
        AttentionGrowth growth = Of(axis);
        IElement body = Dom.Of(growth);
        string symbol = axis == GrowthAxis.Tokens ? "n" : "h";
        foreach (int panel in (int[])[0, 1])
        {
            GrowthReading read = GrowthReading.Panel(body, panel, growth);
            Assert.Equal([1.0, 2.0], read.GuideSlopes().Select(slope => Math.Round(slope, 2)));
            Assert.Equal([$"∝ {symbol}", $"∝ {symbol}²"], read.Texts.Where(text => text.StartsWith('∝')));
        }
    }

    [Fact]
    public void Markers_OfComputedPoints_AreHollowAndSayIt()
    {
        IElement body = Dom.Of(OverTokens);
        foreach (int panel in (int[])[0, 1])
        {
            foreach ((GrowthPoint point, IElement marker) in GrowthReading.Panel(body, panel, OverTokens).Markers())
            {
                bool isMeasured = point.Basis == GrowthBasis.Measured;
                Assert.Equal(isMeasured, marker.GetAttribute("fill") != "none");
                Assert.EndsWith(isMeasured ? ", measured" : ", computed", marker.One("title").TextContent, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Lines_BetweenPoints_AreDashedWhereTheyAreComputed()
    {
        IElement panel = GrowthReading.Panels(Dom.Of(OverTokens))[0];
        foreach (string colour in panel.QuerySelectorAll("circle, rect[width='6.5']").Select(marker => marker.GetAttribute("stroke")!).Distinct())
        {
            int Segments(string selector) => panel.QuerySelectorAll($"path[stroke='{colour}']{selector}").Sum(path => path.GetAttribute("d")!.Count(letter => letter == 'M'));
            int computed = OverTokens.Points.Count(point => point.Basis != GrowthBasis.Measured && point.KeepsWeights == (colour != HeadSign.Colour(0)));
            Assert.Equal(computed, Segments("[stroke-dasharray]"));
            Assert.Equal(Sizes.Length - 1, Segments(""));
        }
    }

    [Fact]
    public void Axis_OfAValueOnADecade_LeavesRoomBelowAndAbove()
    {
        AttentionGrowth growth = new(GrowthAxis.Tokens, [new GrowthPoint(OverTokens.Points[0].Cost, keepsWeights: false, seconds: 1e-3, bytes: 1e6)]);
        string[][] labels = [.. GrowthReading.Panels(Dom.Of(growth)).Select(panel => panel.Texts("g text"))];
        Assert.Equal(["100 µs", "1 ms", "10 ms", "16"], labels[0]);
        Assert.Equal(["100 kB", "1 MB", "10 MB", "16"], labels[1]);
    }

    [Fact]
    public void Labels_OfManySizes_AreEverySecondUpToTheGreatest()
    {
        GrowthPoint[] points = [.. Enumerable.Range(4, 11).Select(power => Point(AttentionCost.Of<float>(1, 1 << power, 64), keepsWeights: false))];
        IElement panel = GrowthReading.Panels(Dom.Of(new AttentionGrowth(GrowthAxis.Tokens, points)))[0];
        Assert.Equal(["16", "64", "256", "1,024", "4,096", "16,384"], panel.Texts("g text[text-anchor=middle]"));
    }

    [Fact]
    public void Table_OfAnyGrowth_HoldsEveryNumber()
    {
        IElement table = Dom.Of(OverTokens).One("table");
        Assert.Equal(["tokens", "time, output only", "time, weights kept", "memory, output only", "memory, weights kept"], table.Texts("thead th"));
        Assert.Equal(["16", "64", "100", "1,024", "16,384"], table.Texts("tbody th"));
        foreach ((string[] cells, int size) in table.Cells().Zip(Sizes))
        {
            GrowthPoint[] points = [.. OverTokens.Points.Where(point => point.Cost.Tokens == size)];
            Assert.Equal([.. points.Select(point => Shown(point, Quantity.Time, point.Seconds)), .. points.Select(point => Shown(point, Quantity.Memory, point.Bytes))], cells);
        }
    }

    [Fact]
    public void Title_OfAGrowth_SaysWhatStaysAsItIs()
    {
        Assert.Equal("Time and memory of attention against the number of tokens: 4 heads, head size 64, causal mask, numbers of 4 bytes", OverTokens.Figure().Title);
        Assert.Equal("Time and memory of attention against the number of heads: 128 tokens, head size 8, numbers of 8 bytes", OverHeads.Figure().Title);
        GrowthPoint[] sameModel = [.. Sizes.Select(heads => Point(AttentionCost.Of<float>(heads, 128, 16_384 / heads), false))];
        Assert.Equal("Time and memory of attention against the number of heads: 128 tokens, numbers of 4 bytes", new AttentionGrowth(GrowthAxis.Heads, sameModel).Figure().Title);
    }

    [Fact]
    public void Notices_OfAGrowth_SayWhatIsComputedAndWhy()
    {
        string[] notices = Dom.Of(OverTokens).Texts("p small");
        Assert.Equal("As a test would measure it.", notices[0]);
        Assert.Equal("Output only: computed from 16,384 tokens on. A call takes about 254 s, too long for the time that was left.", notices[1]);
        Assert.Equal("Weights kept: computed from 1,024 tokens on. A call takes 21 MB with its inputs, more than it was allowed.", notices[2]);
        Assert.All(notices, notice => Assert.Contains(notice, OverTokens.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Figure_OfOneWayAlone_HasOneSeries()
    {
        AttentionGrowth growth = new(GrowthAxis.Tokens, [.. OverTokens.Points.Where(point => point.KeepsWeights && point.Basis == GrowthBasis.Measured)]);
        IElement body = Dom.Of(growth);
        Assert.Equal(["tokens", "time, weights kept", "memory, weights kept"], body.Texts("thead th"));
        Assert.Empty(body.QuerySelectorAll("circle"));
        Assert.Empty(body.Texts("p small"));
    }

    [Fact]
    public void Text_OfAGrowth_AlignsTheTable()
    {
        string[] lines = OverHeads.ToString().Split(Environment.NewLine);
        Assert.Equal(OverHeads.Figure().Title, lines[0]);
        Assert.Single(lines.Skip(1).Take(1 + Sizes.Length).Select(line => line.Length).Distinct());
        Assert.StartsWith("heads", lines[1], StringComparison.Ordinal);
        Assert.Contains("≈: computed, not measured.", lines);
    }

    [Fact]
    public void Csv_InAnotherCulture_HoldsExactNumbers()
    {
        string path = Path.GetTempFileName();
        try
        {
            GermanCulture.Run(() =>
            {
                OverTokens.SaveCsv(path);
                return 0;
            });
            string[] lines = File.ReadAllText(path).Split("\r\n");
            Assert.Equal("heads,tokens,head size,weights kept,seconds,bytes,basis", lines[0]);
            Assert.Equal(FormattableString.Invariant($"4,16,64,yes,{OverTokens.Points[1].Seconds:R},{OverTokens.Points[1].Bytes:R},Measured"), lines[2]);
            Assert.Equal(OverTokens.Points.Count + 2, lines.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Svg_Saved_HoldsBothPanelsAndNoColourOfTheHost()
    {
        string path = Path.GetTempFileName();
        try
        {
            OverTokens.Figure().SaveSvg(path);
            string svg = File.ReadAllText(path);
            Assert.Contains("Time of a call", svg, StringComparison.Ordinal);
            Assert.Contains("Memory of a call", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("currentColor", svg, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Html_InAnotherCulture_IsTheSame() => Assert.Equal(OverTokens.ToHtml(), GermanCulture.Run(OverTokens.ToHtml));

    private static void AssertPanel(GrowthReading panel, AttentionGrowth growth, Func<GrowthPoint, double> read)
    {
        foreach ((GrowthPoint point, IElement marker) in panel.Markers())
        {
            (double size, double value) = panel.Read(marker);
            int expected = growth.Axis == GrowthAxis.Tokens ? point.Cost.Tokens : point.Cost.Heads;
            Assert.Equal(expected, size, expected * 0.01);
            Assert.Equal(read(point), value, read(point) * 0.01);
        }
    }

    private static string Shown(GrowthPoint point, Quantity quantity, double value) => (point.Basis == GrowthBasis.Measured ? "" : "≈ ") + quantity.Format(value);

    private static AttentionGrowth Of(GrowthAxis axis) => axis == GrowthAxis.Tokens ? OverTokens : OverHeads;

    private static AttentionGrowth Growth(GrowthAxis axis, Func<int, AttentionCost> costOf) => new(
        axis,
        [.. Sizes.SelectMany(size => new[] { Point(costOf(size), false), Point(costOf(size), true) })],
        ["As a test would measure it."]);

    private static GrowthPoint Point(AttentionCost cost, bool keepsWeights)
    {
        double bytes = cost.OutputBytes + (keepsWeights ? cost.WeightBytes : 0), seconds = cost.ScoreMultiplyAdds * (keepsWeights ? 2.6e-9 : 7.4e-9);
        GrowthBasis basis = keepsWeights && bytes > 1e7 ? GrowthBasis.BeyondMemory : cost.Tokens * cost.Heads > 50_000 ? GrowthBasis.BeyondTime : GrowthBasis.Measured;
        return new GrowthPoint(cost, keepsWeights, seconds, bytes, basis);
    }
}
