using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Steps one after another, each foldable.</summary>
internal static class StepList
{
    /// <summary>What the slider tells at its first position, where all steps are seen.</summary>
    private const string All = "all steps";

    /// <summary>A slider to see one step at a time, and the steps.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="of">What holds the matrices, for example <c>trace</c>.</param>
    internal static IEnumerable<XElement> Draw(IReadOnlyList<Step> steps, string of = "trace") =>
    [
        FrameControls.Of("step", steps.Count, All, All),
        .. steps.Select((step, index) => Draw(step, index + 1)),
        .. StepBudget.Notice(steps, of) is { } notice ? [Html.Element("p", Html.Element("small", notice))] : Array.Empty<XElement>(),
    ];

    internal static void Write(StringBuilder text, IReadOnlyList<Step> steps)
    {
        for (int index = 0; index < steps.Count; index++) Write(text, steps[index], index + 1);
    }

    private static XElement Draw(Step step, int number) =>
        Html.Element(
            "details",
            FrameControls.Frame(number, Heading(step, number)),
            Html.Attribute("open", "open"),
            Html.Attribute("style", "margin:.75em 0;padding-left:.75em;border-left:3px solid rgba(31,119,208,.5)"),
            Html.Summary(
                Html.Element("strong", Heading(step, number)),
                " ",
                FormulaLine.Inline(step.Headline), " ", step.Shape?.ToString()),
            Html.Element("p", step.Words),
            step.Formulas.Select(FormulaLine.Display),
            step.Shapes.Count == 0 ? null : Html.Element("p", "Shapes: " + string.Join(",  ", step.Shapes)),
            step.Example is { } example
                ? [Html.Element("p", example.Words), Scrolling.Box($"{step.Title} in numbers", FormulaLine.Display(example.Pieces))]
                : Array.Empty<XElement>(),
            Html.Element(
                "div",
                Html.Attribute("style", "display:flex;flex-wrap:wrap;gap:.5em 2em;align-items:flex-start"),
                step.Pictures.Select(picture => Html.Element("div", Html.Attribute("style", "min-width:0;max-width:100%"), picture.Draw()))));

    private static void Write(StringBuilder text, Step step, int number)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{Heading(step, number)}   {FormulaLine.Text(step.Headline)}   {step.Shape}");
        text.Append("  ").AppendLine(step.Words);
        foreach (Formula[] formula in step.Formulas) text.Append("    ").AppendLine(FormulaLine.Text(formula));
        if (step.Shapes.Count > 0) text.Append("  Shapes: ").AppendLine(string.Join(",  ", step.Shapes));
        if (step.Example is { } example) text.Append("  ").AppendLine(example.Words).Append("    ").AppendLine(FormulaLine.Text(example.Pieces));
        foreach (Figure picture in step.Pictures) text.AppendLine().AppendLine(picture.ToString());
        text.AppendLine();
    }

    private static string Heading(Step step, int number) => string.Create(CultureInfo.InvariantCulture, $"Step {number} · {step.Title}");
}
