using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The picture of a sentence: its tokens with their positions, which are the columns of every matrix that is made from it.</summary>
internal sealed class SentenceFigure(Sentence sentence) : Figure
{
    private const int MaxTokens = 200;

    private const int TokenWidth = 30;

    private readonly Window tokens = Window.Of(sentence.Tokens.Count, MaxTokens);

    internal override string Title => $"Sentence, {Count.Of(sentence.Tokens.Count, "token", "tokens")}";

    public override string ToString() => ToText(TerminalWidth.Current);

    /// <summary>Positions and tokens, <c>0:I 1:saw</c>, wrapped between tokens.</summary>
    internal string ToText(int width)
    {
        StringBuilder text = new();
        int taken = 0;
        foreach (int? place in tokens.Places)
        {
            string token = place is { } index ? $"{index}:{Label(index).Shown}" : $"… {Hidden} …";
            int wide = TextWidth.Of(token);
            if (taken > 0) text.Append(taken + 1 + wide > width ? '\n' : ' ');
            taken = taken > 0 && taken + 1 + wide <= width ? taken + 1 + wide : wide;
            text.Append(token);
        }

        return text.ToString();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("role", "list"),
            Html.Attribute("aria-label", Title),
            Html.Attribute("style", "margin:.5em 0;line-height:2.2"),
            tokens.Places.SelectMany((place, index) => new object?[] { index == 0 ? null : Between(), Chip(place), " " }));

    private XElement Chip(int? place) =>
        Html.Element(
            "span",
            Html.Attribute("role", "listitem"),
            Html.Attribute("style", "display:inline-block;line-height:1.4;padding:.1em .5em;border:1px solid rgba(128,128,128,.6);border-radius:.6em"),
            place is not { } index ? $"… {Hidden} …" : new object[] { Label(index).ToElement(), Number(index) });

    /// <summary>The chips part the tokens; where a host strips them, a dot does.</summary>
    private static XElement Between() => Unstyled.Text("· ");

    private static XElement Number(int index) =>
        Html.Element("sub", Html.Attribute("style", "opacity:.75;margin-left:.25em"), $"{index}");

    private ShortLabel Label(int index) => ShortLabel.Of(sentence.Tokens[index], TokenWidth);

    private string Hidden => $"{Count.Of(tokens.Hidden, "token", "tokens")} left out";
}
