using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Relations;

public sealed partial class RelationFigureTests
{
    private static readonly RelationReport Report = new(
        [new("rhyme", 1200, chanceShare: 0.125, accuracy: 0.975, chanceAccuracy: 0.5), new("sense", 1, chanceShare: 0.25, accuracy: 0.9, chanceAccuracy: 0.25)],
        [
            new(0, 0, "rhyme", share: 0.12, untrainedShare: 0.13, accuracyLoss: 0.25),
            new(0, 0, "sense", share: 0.3, untrainedShare: 0.2, accuracyLoss: -0.5),
            new(0, 1, "rhyme", share: 0.7, untrainedShare: 0.11, accuracyLoss: 40.5),
            new(0, 1, "sense", share: 0.05, untrainedShare: 0.2, accuracyLoss: 3),
            new(1, 0, "rhyme", share: 0.5, untrainedShare: 0.1, accuracyLoss: 0),
            new(1, 0, "sense", share: 0.45, untrainedShare: 0.2, accuracyLoss: -4.5),
        ]);

    [Fact]
    public void Cells_OfAReport_ShowShareChanceUntrainedAndChangeInNumbersAndBars()
    {
        IElement[] rows = Rows(Dom.Of(Report));
        Assert.Equal(3, rows.Length);
        foreach ((HeadReport head, IElement row) in Report.Heads.Zip(rows))
        {
            Assert.Equal([$"{head.Layer}", $"{head.Head}"], row.Texts("th"));
            IElement[] cells = [.. row.QuerySelectorAll("td[title]")];
            for (int place = 0; place < 2; place++) AssertCell(head.Relations[place], Report.Relations[place], cells[place]);
        }
    }

    [Fact]
    public void Cells_PointedAt_TellEverythingInWords() => Assert.Equal(
        "layer 0, head 1, rhyme: 70.0 % of its weight on the deciding word (chance 12.5 %, untrained 11.0 %); without it accuracy changes by −40.5 points",
        Rows(Dom.Of(Report))[1].QuerySelector("td[title]")!.GetAttribute("title"));

    [Fact]
    public void Headings_OfAReport_TellAccuracyAndChance() => Assert.Equal(
        ["layer", "head", "rhymeaccuracy 97.5 %guessing 50.0 %chance share 12.5 %1,200 sentences", "senseaccuracy 90.0 %guessing 25.0 %chance share 25.0 %1 sentence", "what the head does"],
        Dom.Of(Report).Texts("thead th"));

    [Fact]
    public void LastColumn_OfAReport_SaysWhatEachHeadDoes()
    {
        IElement[] rows = Rows(Dom.Of(Report));
        Assert.Equal(["nothing that was measured"], rows[0].LastElementChild!.Texts("em"));
        Assert.Equal(["rhyme: looks, needed (−40.5)", "sense: looks elsewhere, needed (−3.0)"], rows[1].LastElementChild!.Texts("span"));
        Assert.Equal(["rhyme: looks, not needed", "sense: looks, better without (+4.5)"], rows[2].LastElementChild!.Texts("span"));
    }

    [Fact]
    public void Bold_InAColumn_IsTheHeadThatLooksMostAndTheOneThatCostsMost() =>
        Assert.Equal(["70.0 %", "−40.5", "−3.0", "45.0 %"], Dom.Of(Report).Texts("tbody strong"));

    [Fact]
    public void Notice_OfIdleHeads_NamesThemAndTheRule()
    {
        Assert.StartsWith("1 of 3 heads does nothing that was measured (layer 0, head 0). Nothing: silencing changes no accuracy by 1 point", Dom.Of(Report).Texts("p > small")[^1], StringComparison.Ordinal);
        Assert.StartsWith("3 of 4 heads do nothing that was measured (layer 0, heads 1, 2; layer 1, head 0).", Dom.Of(Idle((0, 1), (0, 2), (1, 0))).Texts("p > small")[^1], StringComparison.Ordinal);
        Assert.StartsWith("None of 1 head does nothing.", Dom.Of(Idle()).Texts("p > small")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Relations_InTheScript_AreChosenByTheirHeadings()
    {
        IElement body = Dom.Of(Report);
        string[] choices = [.. body.QuerySelectorAll("[data-select]").Select(heading => heading.GetAttribute("data-select")!)];
        Assert.Equal(2, choices.Length);
        Assert.All(Rows(body), row => Assert.Equal(choices, row.QuerySelectorAll("[data-for]").Select(cell => cell.GetAttribute("data-for"))));
    }

    [Fact]
    public void Html_OfMoreHeadsThanItShows_SaysSo()
    {
        RelationReport report = Idle([.. Enumerable.Range(1, 209).Select(head => (0, head))]);
        IElement body = Dom.Of(report);
        Assert.Equal(200, Rows(body).Length);
        Assert.Contains("The first 200 of 210 heads are shown; SaveCsv writes them all.", body.Texts("p > small"));
        Assert.Equal(1 + 210 + 1, SavedFile.Lines(report.SaveCsv).Length);
    }

    [Fact]
    public void Html_OfHostileNames_IsTextAndNothingElse()
    {
        string[] names = [.. Examples.HostileLabels.Where(name => name.Length > 0)];
        RelationReport report = new([.. names.Select(name => new MeasuredRelation(name, 1, 0, 0, 0))], [.. names.Select(name => new HeadOnRelation(0, 0, name, 0.5, 0, 2))]);
        IElement body = Dom.Of(report);
        Assert.Empty(body.QuerySelectorAll("img, [onmouseover]"));
        Assert.DoesNotContain(body.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.DoesNotContain(body.TextContent + report, character => character is '\0' or '\u001B' or '\u202E');
        Assert.InRange(report.ToHtml().Length, 1, 100_000);
    }

    [Fact]
    public void Text_OfAReport_HoldsAllNumbersInColumns()
    {
        string text = Report.ToString();
        Assert.Contains("rhyme: accuracy 97.5 %, guessing 50.0 %, chance share 12.5 %, 1,200 sentences", text, StringComparison.Ordinal);
        string row = text.Split(Environment.NewLine).Single(line => line.StartsWith("0         1", StringComparison.Ordinal));
        Assert.Equal(["0", "1", "70.0", "%", "−40.5", "5.0", "%", "−3.0", "rhyme:"], row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..9]);
    }

    [Fact]
    public void Csv_InAnotherCulture_HoldsExactNumbers()
    {
        string[] lines = SavedFile.Lines(path => GermanCulture.Run(() =>
        {
            Report.SaveCsv(path);
            return 0;
        }));
        Assert.Equal("layer,head,relation,share,untrained share,chance share,accuracy loss,accuracy,chance accuracy,sentences", lines[0]);
        Assert.Equal("0,1,rhyme,0.7,0.11,0.125,40.5,0.975,0.5,1200", lines[3]);
    }

    [Fact]
    public void Html_InAnotherCulture_IsTheSame() => Assert.Equal(Report.ToHtml(), GermanCulture.Run(Report.ToHtml));

    private static void AssertCell(HeadOnRelation one, MeasuredRelation relation, IElement cell)
    {
        (IElement share, IElement change) = (cell.QuerySelectorAll("svg")[0], cell.QuerySelectorAll("svg")[1]);
        string[] numbers = cell.Texts("span, strong");
        Assert.Equal(one.Share, double.Parse(numbers[0].Replace(" %", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 100, 0.0005 * (1 + 1e-9));
        Assert.Equal(-one.AccuracyLoss, ShownNumber.Parse(numbers[1].TrimStart('+')).Value, 0.05 * (1 + 1e-9));

        double full = Width(share.QuerySelectorAll("rect")[0]);
        Assert.Equal(one.Share, Width(share.QuerySelectorAll("rect")[1]) / full, 1e-3);
        Assert.Equal(relation.ChanceShare, Start(share.QuerySelectorAll("path")[0]) / full, 1e-3);
        Assert.Equal(one.UntrainedShare, Start(share.QuerySelectorAll("path")[1]) / full, 1e-3);

        string bar = change.QuerySelectorAll("path") is { Length: 2 } paths ? Bar().Match(paths[1].GetAttribute("d")!).Groups[1].Value : "0";
        Assert.Equal(-one.AccuracyLoss / 40.5, double.Parse(bar, CultureInfo.InvariantCulture) / SignedBar.Reach, 1e-3);
    }

    private static double Width(IElement rect) => double.Parse(rect.GetAttribute("width")!, CultureInfo.InvariantCulture);

    private static double Start(IElement path) => double.Parse(path.GetAttribute("d")![1..].Split(' ')[0], CultureInfo.InvariantCulture);

    private static IElement[] Rows(IElement body) => [.. body.QuerySelectorAll("tbody tr")];

    /// <summary>One head that is needed, and others that do nothing.</summary>
    private static RelationReport Idle(params (int Layer, int Head)[] idle) => new(
        [new MeasuredRelation("rhyme", 10, 0.1, 0.9, 0.5)],
        [new HeadOnRelation(0, 0, "rhyme", 0.9, 0.1, 30), .. idle.Select(head => new HeadOnRelation(head.Layer, head.Head, "rhyme", 0.1, 0.1, 0))]);

    [GeneratedRegex(@"h(-?[\d.]+)$")]
    private static partial Regex Bar();
}
