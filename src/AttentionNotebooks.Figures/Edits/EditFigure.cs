using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>What a model says before and after some of its heads are changed: at each target the probable words with their probabilities.</summary>
/// <remarks>All bars reach from 0 to 100 %; bold is what is said. The word to be said is marked.</remarks>
public sealed class EditFigure : Figure
{
    /// <summary>More targets than this are not shown, and the figure says so.</summary>
    internal const int GreatestTargets = 8;

    private readonly IReadOnlyList<EditedTarget> targets;
    private readonly IReadOnlyList<string> words;
    private readonly string summary;
    private readonly int count;

    /// <param name="title">What was changed.</param>
    /// <param name="summary">What came of it.</param>
    /// <param name="targets">The first of the targets.</param>
    /// <param name="count">How many targets there are.</param>
    /// <param name="words">The vocabulary.</param>
    internal EditFigure(string title, string summary, IReadOnlyList<EditedTarget> targets, int count, IReadOnlyList<string> words)
    {
        Title = title;
        this.summary = summary;
        this.targets = targets;
        this.count = count;
        this.words = words;
    }

    internal override string Title { get; }

    /// <summary>The probable words at each target, before and after.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new StringBuilder(Title).AppendLine().Append(summary);
        foreach (EditedTarget target in targets)
            TextColumns.Append(text.AppendLine().AppendLine().Append(EditWords.Heading(target, words)), new EditTable(target, words).Cells());
        foreach (string notice in Notices()) text.AppendLine().Append(notice);
        return text.ToString();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("data-attention-figure", "edit"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title), Html.Element("br"), summary),
            Scrolling.Box($"Words. {Title}", targets.Select(target => new EditTable(target, words).Draw())),
            Html.Element("p", Html.Element("small", "Bars reach from 0 to 100 %; those of a change from −100 to 100 points. ", Html.Element("strong", "Bold"), ": the word that is said.")),
            Notices().Select(notice => Html.Element("p", Html.Element("small", notice))));

    private IEnumerable<string> Notices()
    {
        if (count > targets.Count) yield return $"The first {targets.Count} of {Count.Of(count)} targets are shown.";
    }
}
