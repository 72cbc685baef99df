using System.Text.RegularExpressions;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Markup;

public sealed partial class PaperStyleTests
{
    [Fact]
    public void Rules_Whole_AreForPaperAndForOurOwnAttributesOnly()
    {
        string rules = PaperStyle.Element().Value;
        Assert.StartsWith("@media print{", rules, StringComparison.Ordinal);
        Assert.EndsWith("}}", rules, StringComparison.Ordinal);
        string[] selectors = [.. Selector().Matches(rules["@media print{".Length..^1]).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(selectors);
        Assert.All(selectors, selector => Assert.Matches(@"^(\[data-attention-scrolls\]( svg)?|\[data-attention-legend=(above|below)\]|\[data-attention-figure\] (div|details)?\[data-(needs-script|without-script|frame)\])$", selector));
    }

    [Fact]
    public void Figure_WithFiguresInside_CarriesTheRulesOnce() => Assert.Single(Dom.Of(Traces.Layer().Steps()).QuerySelectorAll("style"));

    [Fact]
    public void Figure_ThatNeitherScrollsNorSwitches_HasNone() => Assert.Empty(Dom.Of(Sentence.Parse("a b")).QuerySelectorAll("style"));

    [GeneratedRegex(@"([^{}]+)\{[^{}]*\}")]
    private static partial Regex Selector();
}
