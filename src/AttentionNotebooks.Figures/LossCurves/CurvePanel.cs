using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One plot over the steps of a training: its caption, its frame and its labelled axes. The content is drawn by others.</summary>
/// <param name="caption">What is shown.</param>
/// <param name="height">Of the frame.</param>
/// <param name="across">The steps.</param>
/// <param name="up">What is shown; <see cref="IAxis.Place"/> counts from the bottom.</param>
/// <param name="format">Writes a value of the upward axis.</param>
internal sealed class CurvePanel(string caption, double height, IAxis across, IAxis up, Func<double, string> format)
{
    internal const double Width = 380;
    internal const double Left = 58;
    internal const double FontSize = 11;
    internal const double CaptionHeight = 22;
    internal const double LabelHeight = 14;

    /// <summary>What a label of the upward axis takes, with the space to the next one.</summary>
    internal const double TickRoom = 20;

    private const double LabelGap = 6;
    private const double StepRoom = 60;
    private const double Faint = 0.13;
    private const double Strong = 0.4;

    /// <summary>With its caption.</summary>
    internal double FullHeight => CaptionHeight + height;

    internal double X(double step) => SvgNumber.Round(across.Place(step));

    internal double Y(double value) => SvgNumber.Round(height - up.Place(value));

    /// <param name="top">Where the caption begins.</param>
    /// <param name="hasSteps">Whether the steps are told below.</param>
    /// <param name="content">Drawn into the frame, by <see cref="X"/> and <see cref="Y"/>.</param>
    internal XElement Draw(double top, bool hasSteps, params object?[] content) =>
        Html.Svg(
            "g",
            Html.Attribute("transform", SvgNumber.Translate(Left, top + CaptionHeight)),
            Text(0, -7, "start", caption, Html.Attribute("font-weight", "600")),
            Html.Svg(
                "rect",
                Html.Attribute("width", Width),
                Html.Attribute("height", height),
                Html.Attribute("fill", "none"),
                Html.Attribute("stroke", "currentColor"),
                Html.Attribute("stroke-opacity", Strong)),
            up.Ticks(TickRoom).Select(Value),
            across.Ticks(StepRoom).Select(step => Step(step, hasSteps)),
            content);

    internal static XElement Text(double x, double y, string anchor, string text, params object?[] more) =>
        Html.Svg("text", Html.Attribute("x", SvgNumber.Round(x)), Html.Attribute("y", SvgNumber.Round(y)), Html.Attribute("text-anchor", anchor), more, text);

    private IEnumerable<XElement> Value(double value)
    {
        yield return Line(FormattableString.Invariant($"M0 {Y(value)}h{Width}"), Faint);
        yield return Text(-LabelGap, Y(value) + 4, "end", format(value));
    }

    private IEnumerable<XElement> Step(double step, bool isTold)
    {
        yield return Line(FormattableString.Invariant($"M{X(step)} {height}v4"), Strong);
        if (isTold) yield return Text(X(step), height + 16, "middle", Count.Of((long)Math.Round(step)));
    }

    private static XElement Line(string path, double opacity) =>
        Html.Svg("path", Html.Attribute("d", path), Html.Attribute("fill", "none"), Html.Attribute("stroke", "currentColor"), Html.Attribute("stroke-opacity", opacity));
}
