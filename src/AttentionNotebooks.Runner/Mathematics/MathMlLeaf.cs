using System.Globalization;
using System.Text;
using AttentionNotebooks.Runner.Markup;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>Writes the nodes that hold no others.</summary>
internal static class MathMlLeaf
{
    /// <summary>Writes the node as one element.</summary>
    internal static void Write(StringBuilder markup, MathNode node)
    {
        _ = node switch
        {
            Identifier { Upright: true } letter when IsOneCharacter(letter.Name) => Write(markup, "mi", "mathvariant=\"normal\"", letter.Name),
            Identifier identifier => Write(markup, "mi", "", identifier.Name),
            Number number => Write(markup, "mn", "", number.Digits),
            // A browser drops blanks at the ends of mtext.
            Words words => Write(markup, "mtext", "", words.Text.Replace(' ', '\u00A0')),
            Misunderstood piece => Write(markup, "merror", "", piece.Source, inner: "mtext"),
            Primes primes => WriteSign(markup, new string('′', primes.Count), ""),
            Space space => markup.Append(CultureInfo.InvariantCulture, $"<mspace width=\"{space.Width:0.####}em\"></mspace>"),
            SizedFence fence => WriteSizedFence(markup, fence),
            Function function => WriteFunction(markup, function),
            Operator sign => WriteOperator(markup, sign),
            _ => throw new ArgumentOutOfRangeException(nameof(node), node, "The node holds others."),
        };
    }

    /// <summary>Writes a sign with attributes.</summary>
    internal static StringBuilder WriteSign(StringBuilder markup, string sign, string attributes) => Write(markup, "mo", attributes, sign);

    private static StringBuilder WriteOperator(StringBuilder markup, Operator sign)
    {
        string attributes = sign.Class switch
        {
            MathClass.Open => "form=\"prefix\" stretchy=\"false\"",
            MathClass.Close => "form=\"postfix\" stretchy=\"false\"",
            MathClass.Ordinary => "lspace=\"0em\" rspace=\"0em\" stretchy=\"false\"",
            MathClass.Middle => "form=\"infix\" fence=\"true\" stretchy=\"true\" lspace=\"0.1667em\" rspace=\"0.1667em\"",
            MathClass.Punctuation => "separator=\"true\" lspace=\"0em\" rspace=\"0.1667em\"",
            MathClass.Relation => "lspace=\"0.2778em\" rspace=\"0.2778em\" stretchy=\"false\"",
            _ => "",
        };
        return WriteSign(markup, sign.Sign, attributes);
    }

    private static StringBuilder WriteSizedFence(StringBuilder markup, SizedFence fence)
    {
        string form = fence.Class switch { MathClass.Open => "prefix", MathClass.Close => "postfix", _ => "infix" };
        string height = fence.Height.ToString("0.0", CultureInfo.InvariantCulture);
        return WriteSign(markup, fence.Sign, $"form=\"{form}\" stretchy=\"true\" symmetric=\"true\" minsize=\"{height}em\" maxsize=\"{height}em\"");
    }

    private static StringBuilder WriteFunction(StringBuilder markup, Function function)
    {
        string movable = function.Limits == LimitPlace.BelowAndAbove ? "false" : "true";
        return function switch
        {
            { IsSign: true } => WriteSign(markup, function.Name, $"movablelimits=\"{movable}\""),
            { Limits: LimitPlace.Beside } => Write(markup, "mi", IsOneCharacter(function.Name) ? "mathvariant=\"normal\"" : "", function.Name),
            // Only an operator's limits move beside it in text.
            _ => WriteSign(markup, function.Name, $"form=\"prefix\" movablelimits=\"{movable}\" lspace=\"0em\" rspace=\"0em\""),
        };
    }

    private static StringBuilder Write(StringBuilder markup, string element, string attributes, string text, string? inner = null)
    {
        string content = inner is null ? HtmlText.Escape(text) : $"<{inner}>{HtmlText.Escape(text)}</{inner}>";
        return markup.Append('<').Append(element).Append(attributes.Length > 0 ? " " : "").Append(attributes).Append('>')
            .Append(content).Append("</").Append(element).Append('>');
    }

    private static bool IsOneCharacter(string text) => text.EnumerateRunes().Count() == 1;
}
