using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The plots of a training, one below the other over the same steps: loss, held-out accuracy where it was measured, learning rate.</summary>
internal sealed class LossDrawing
{
    private const double Width = CurvePanel.Left + CurvePanel.Width + 18;
    private const double LossHeight = 190;
    private const double SmallHeight = 56;
    private const double StepsHeight = 40;
    private const double Gap = 6;

    private readonly TrainingHistory history;
    private readonly StepGroup[] groups;
    private readonly CurveLine[] losses;
    private readonly CurveLine? accuracy;
    private readonly EvenAxis across;
    private readonly bool isLogarithmic;

    internal LossDrawing(TrainingHistory history, StepGroup[] groups, bool isLogarithmic)
    {
        this.history = history;
        this.groups = groups;
        this.isLogarithmic = isLogarithmic;
        across = EvenAxis.OfSteps(history.Points[0].Step, history.Points[^1].Step, CurvePanel.Width);
        CurveLine training = new("training", [.. groups.Select(group => (group.Middle, group.Loss))], IsHeldOut: false);
        losses = HeldOut("held out", point => point.HeldOutLoss) is { } heldOut ? [training, heldOut] : [training];
        accuracy = HeldOut("held out", point => point.HeldOutAccuracy);
    }

    internal XElement Draw()
    {
        CurvePanel loss = new(LossWords.Axis(history, isLogarithmic), LossHeight, across, LossAxis(), WeightNumber.Exact);
        CurvePanel? right = accuracy is null ? null : new("held-out accuracy", SmallHeight, across, EvenAxis.WithZero([0, 1], SmallHeight, CurvePanel.TickRoom), share => $"{100 * share:0} %");
        CurvePanel rate = new("learning rate", SmallHeight, across, EvenAxis.WithZero([.. groups.Select(group => group.LearningRate)], SmallHeight, CurvePanel.TickRoom), WeightNumber.Exact);
        double second = loss.FullHeight + Gap, third = second + (right is null ? 0 : right.FullHeight + Gap), height = third + rate.FullHeight + StepsHeight;
        return SvgDrawing.Of(
            "img",
            Width,
            height,
            CurvePanel.FontSize,
            Html.Svg("title", LossWords.Title(history)),
            Html.Svg("desc", LossWords.Summary(history)),
            loss.Draw(0, hasSteps: false, Band(loss), losses.Select(line => line.Draw(loss)), losses.Length > 1 ? Legend() : null),
            right?.Draw(second, hasSteps: false, accuracy!.Draw(right)),
            rate.Draw(third, hasSteps: true, Rate(rate)),
            CurvePanel.Text(CurvePanel.Left + (CurvePanel.Width / 2), height - 6, "middle", "step"),
            Html.Svg("g", Html.Attribute("transform", SvgNumber.Translate(CurvePanel.Left, CurvePanel.CaptionHeight)), groups.Select((group, place) => Tooltip(group, place, height - StepsHeight - CurvePanel.CaptionHeight))));
    }

    private CurveLine? HeldOut(string name, Func<TrainingPoint, double?> read)
    {
        (double, double)[] points =
        [
            .. from one in groups
               where one.HeldOut is not null && read(one.HeldOut) is not null
               select ((double)one.HeldOut!.Step, read(one.HeldOut)!.Value),
        ];
        return points.Length == 0 ? null : new CurveLine(name, points, IsHeldOut: true);
    }

    private IAxis LossAxis()
    {
        double[] values = [.. groups.SelectMany(group => new[] { group.LeastLoss, group.GreatestLoss }), .. losses.SelectMany(line => line.Points.Select(point => point.Value))];
        return isLogarithmic ? LogAxis.Around(values, LossHeight) : EvenAxis.WithZero(values, LossHeight, CurvePanel.TickRoom);
    }

    /// <summary>From the least to the greatest loss of each group.</summary>
    private XElement? Band(CurvePanel panel)
    {
        if (groups.All(group => group.First == group.Last)) return null;
        IEnumerable<(double, double)> there = groups.Select(group => (group.Middle, group.GreatestLoss)), back = groups.Reverse().Select(group => (group.Middle, group.LeastLoss));
        return Html.Svg("path", Html.Attribute("d", CurveLine.Path(panel, there.Concat(back)) + "Z"), Html.Attribute("fill", HeadSign.Colour(0)), Html.Attribute("fill-opacity", 0.2));
    }

    /// <summary>Quiet, in the colour of the text.</summary>
    private XElement Rate(CurvePanel panel) =>
        Html.Svg(
            "path",
            Html.Attribute("d", CurveLine.Path(panel, groups.Select(group => (group.Middle, group.LearningRate)))),
            Html.Attribute("fill", "none"),
            Html.Attribute("stroke", "currentColor"),
            Html.Attribute("stroke-opacity", 0.6));

    /// <summary>Which line is which, at the right above the frame.</summary>
    private IEnumerable<XElement> Legend()
    {
        double right = CurvePanel.Width;
        foreach (CurveLine line in losses.Reverse())
        {
            foreach (XElement part in line.Sample(right)) yield return part;
            right -= line.SampleWidth + 12;
        }
    }

    /// <summary>Over all plots: what was measured at these steps.</summary>
    private XElement Tooltip(StepGroup group, int place, double height)
    {
        double left = place == 0 ? 0 : Border(groups[place - 1], group), right = place == groups.Length - 1 ? CurvePanel.Width : Border(group, groups[place + 1]);
        return Html.Svg(
            "rect",
            Html.Attribute("x", SvgNumber.Round(left)),
            Html.Attribute("width", SvgNumber.Round(right - left)),
            Html.Attribute("height", height),
            Html.Attribute("fill-opacity", 0),
            Html.Svg("title", LossWords.Tell(group)));
    }

    private double Border(StepGroup one, StepGroup next) => across.Place((one.Last + next.First) / 2.0);
}
