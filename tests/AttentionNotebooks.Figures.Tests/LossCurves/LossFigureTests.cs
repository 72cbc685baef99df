using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.LossCurves;

public sealed class LossFigureTests
{
    private static readonly TrainingHistory Few = new([new(1, 3.5, 0.002, 7), new(10, 1.709, 0.01, 3.417, 2.05, 0.664)]);
    private static readonly TrainingHistory Short = History(steps: 40, every: 10);
    private static readonly TrainingHistory Long = History(steps: 1000, every: 50);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lines_ReadAgainstTheAxes_AreTheLosses(bool isLogarithmic)
    {
        PlotReading loss = PlotReading.All(Dom.Of(Short.Figure().WithLogarithmicLoss(isLogarithmic)))[0];

        (double Step, double Value)[][] lines = loss.Lines();
        TrainingPoint[] asked = [.. Short.Points.Where(point => point.HeldOutLoss is not null)];
        AssertLine(Short.Points.Select(point => (point.Step, point.Loss)), lines[^2]);
        AssertLine(asked.Select(point => (point.Step, point.HeldOutLoss!.Value)), lines[^1]);
        AssertLine(asked.Select(point => (point.Step, point.HeldOutLoss!.Value)), loss.Squares());
        Assert.InRange(loss.Ticks.Length, 3, 12);
        Assert.Equal(!isLogarithmic, loss.Ticks.Contains(0));
    }

    [Fact]
    public void Plots_BelowTheLoss_AreAccuracyAndLearningRate()
    {
        PlotReading[] plots = PlotReading.All(Dom.Of(Short));
        Assert.Equal(["held-out accuracy", "learning rate"], plots[1..].Select(plot => plot.Element.QuerySelector("text")!.TextContent));
        AssertLine(Short.Points.Where(point => point.HeldOutAccuracy is not null).Select(point => (point.Step, point.HeldOutAccuracy!.Value)), plots[1].Squares());
        AssertLine(Short.Points.Select(point => (point.Step, point.LearningRate)), plots[2].Lines()[^1]);
    }

    [Fact]
    public void Band_OfALongTraining_ReachesFromTheLeastToTheGreatestLossOfEachGroup()
    {
        IElement body = Dom.Of(Long);
        PlotReading loss = PlotReading.All(body)[0];
        TrainingPoint[][] groups = [.. Long.Points.Chunk(9)];

        AssertLine(groups.Select(group => (group.Average(point => point.Step), group.Average(point => point.Loss))), loss.Lines()[^2]);
        IEnumerable<(double, double)> there = groups.Select(group => (group.Average(point => point.Step), group.Max(point => point.Loss)));
        IEnumerable<(double, double)> back = groups.Reverse().Select(group => (group.Average(point => point.Step), group.Min(point => point.Loss)));
        AssertLine(there.Concat(back), loss.Band());
        Assert.Contains("1,001 points in 112 groups of 9", Assert.Single(body.Texts("p > small")), StringComparison.Ordinal);
    }

    [Fact]
    public void Tooltips_OfATraining_TellEachStepWithAllNumbers()
    {
        IElement[] tooltips = [.. Dom.Of(Few).QuerySelectorAll("rect[fill-opacity='0']")];
        Assert.Equal(
            ["step 1: loss 3.5, learning rate 0.002, gradient norm 7", "step 10: loss 1.709, learning rate 0.01, gradient norm 3.417, held-out loss 2.05, held-out accuracy 66.4 %"],
            tooltips.Select(tooltip => tooltip.TextContent));
    }

    [Fact]
    public void Axis_OfTheLoss_IsLogarithmicWhereTheLossFallsToAThirtieth()
    {
        Assert.Contains("loss (nats)", Texts(Of(3, 0.11)));
        Assert.Contains("loss (nats, logarithmic axis)", Texts(Of(3, 0.09)));
        Assert.Contains("loss (nats)", Texts(Of(3, 0)));
    }

    [Fact]
    public void Axis_OfALossWithoutUnit_NamesNone()
    {
        TrainingPoint[] points = [new(1, 3, 0.1, 1), new(2, 2, 0.1, 1)];
        Assert.Contains("loss", Texts(new TrainingHistory(points, lossUnit: "")));
        Assert.Contains("loss (bits)", Texts(new TrainingHistory(points, lossUnit: "bits")));
        Assert.Contains("loss (logarithmic axis)", Dom.Of(new TrainingHistory(points, lossUnit: "").Figure().WithLogarithmicLoss()).Texts("svg text"));
    }

    [Fact]
    public void LogarithmicLoss_OfALossOfZero_IsRefused() =>
        Assert.Contains("the least is 0", Assert.Throws<InvalidOperationException>(() => Of(3, 0).Figure().WithLogarithmicLoss()).Message, StringComparison.Ordinal);

    [Fact]
    public void Legend_OfOneLine_IsLeftOut()
    {
        Assert.Contains("held out", Texts(Short));
        Assert.DoesNotContain("training", Texts(Of(3, 1)));
    }

    [Fact]
    public void Summary_OfATraining_TellsWhereItBeganAndWhatItCameTo()
    {
        TrainingHistory history = new([new(5, 3.5, 0.1, 1, 3.25, 0.25), new(6, 2, 0.1, 1, 1.25, 0.5), new(1000, 1.5, 0.1, 1, 2.25, 0.625)]);
        Assert.Contains("Loss 3.5 at step 5, 1.5 at step 1,000. Lowest held-out loss: 1.25 at step 6. Held-out accuracy: 62.5 % at step 1,000.", Dom.Of(history).TextContent, StringComparison.Ordinal);
        Assert.Contains("Loss 3 at step 7.", Dom.Of(new TrainingHistory([new(7, 3, 0.1, 1)])).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfATraining_HoldsEveryGroupAndOnlyWhatWasMeasured()
    {
        IElement table = Dom.Of(Few).One("table");
        Assert.Equal(["step", "loss", "held-out loss", "held-out accuracy", "learning rate", "gradient norm"], table.Texts("thead th"));
        Assert.Equal([["3.5", "–", "–", "0.002", "7"], ["1.709", "2.05", "66.4 %", "0.01", "3.417"]], table.Cells());
        Assert.Equal(["step", "loss", "learning rate", "gradient norm"], Dom.Of(Of(3, 1)).One("table").Texts("thead th"));
        Assert.Equal(112, Dom.Of(Long).Cells().Length);
    }

    [Fact]
    public void Html_OfOnePoint_ShowsItsLosses()
    {
        TrainingHistory history = new([new(7, 3, 0.1, 1, 3.5)]);
        Assert.Equal([3, 3.5], PlotReading.All(Dom.Of(history))[0].Squares().Select(square => Math.Round(square.Value, 2)));
    }

    [Fact]
    public void Html_OfManySteps_StaysSmall()
    {
        TrainingHistory history = History(steps: 100_000, every: 10);
        Assert.InRange(history.ToHtml().Length, 1, 150_000);
        Assert.InRange(history.ToString().Length, 1, 3000);
    }

    [Fact]
    public void Text_OfALongTraining_ShowsTwelveStepsInColumns()
    {
        string[] lines = Long.ToString().Split(Environment.NewLine);
        Assert.Equal(3 + 12, lines.Length);
        Assert.StartsWith("0 ", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("1,000 ", lines[^1], StringComparison.Ordinal);
        Assert.Single(lines.Skip(2).Select(line => line.Length).Distinct());
    }

    [Fact]
    public void Csv_InAnotherCulture_HoldsExactNumbers()
    {
        string[] lines = SavedFile.Lines(path => GermanCulture.Run(() =>
        {
            Short.SaveCsv(path);
            return 0;
        }));
        Assert.Equal("step,loss,held-out loss,held-out accuracy,learning rate,gradient norm", lines[0]);
        TrainingPoint point = Short.Points[10];
        Assert.Equal(FormattableString.Invariant($"10,{point.Loss:R},{point.HeldOutLoss:R},{point.HeldOutAccuracy:R},{point.LearningRate:R},{point.GradientNorm:R}"), lines[11]);
        Assert.Contains(",,,", lines[12], StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_Saved_HoldsAllPlotsAndNoColourOfTheHost()
    {
        string svg = string.Concat(SavedFile.Lines(Short.Figure().SaveSvg));
        Assert.Contains("held-out accuracy", svg, StringComparison.Ordinal);
        Assert.Contains("learning rate", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("currentColor", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_InAnotherCulture_IsTheSame() => Assert.Equal(Long.ToHtml(), GermanCulture.Run(Long.ToHtml));

    private static void AssertLine(IEnumerable<(int Step, double Value)> expected, (double Step, double Value)[] drawn) =>
        AssertLine(expected.Select(point => ((double)point.Step, point.Value)), drawn);

    /// <summary>Exact to a hundredth of a pixel or so.</summary>
    private static void AssertLine(IEnumerable<(double Step, double Value)> expected, (double Step, double Value)[] drawn)
    {
        (double Step, double Value)[] points = [.. expected];
        Assert.Equal(points.Length, drawn.Length);
        double length = points.Max(point => point.Step), greatest = points.Max(point => point.Value);
        foreach (((double step, double value), (double drawnStep, double drawnValue)) in points.Zip(drawn))
        {
            Assert.Equal(step, drawnStep, 2e-4 * length);
            Assert.Equal(value, drawnValue, 2e-3 * greatest);
        }
    }

    private static string[] Texts(TrainingHistory history) => Dom.Of(history).Texts("svg text");

    private static TrainingHistory Of(params double[] losses) => new([.. losses.Select((loss, step) => new TrainingPoint(step, loss, 0.1, 1))]);

    private static TrainingHistory History(int steps, int every) => new([.. Enumerable.Range(0, steps + 1).Select(step =>
    {
        double progress = (double)step / steps, loss = (4.5 + (0.3 * (step % 3))) * Math.Exp(-4 * progress);
        bool isAsked = step % every == 0;
        return new TrainingPoint(step, loss, 0.01 * Math.Min(1, (step + 1) / 10.0), 2 * loss, isAsked ? 1.2 * loss : null, isAsked ? 0.8 - (0.37 * Math.Exp(-4 * progress)) : null);
    })]);
}
