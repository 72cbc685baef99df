using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A formula, written once and read in two forms: MathML (the elements of MathML Core only) and a line of text.</summary>
/// <remarks>A plain string converts: letters become an identifier, digits a number, anything else an operator.</remarks>
internal sealed class Formula
{
    private const string Superscripts = "Tᵀ′′iⁱjʲ";
    private const char NoBreakSpace = '\u00A0';
    private readonly bool isCompound;

    private Formula(XElement markup, string text, bool isCompound = false)
    {
        Markup = markup;
        Text = text;
        this.isCompound = isCompound;
    }

    /// <summary>The MathML, without the <c>math</c> element around it.</summary>
    internal XElement Markup { get; }

    /// <summary>The formula in one line.</summary>
    internal string Text { get; }

    public static implicit operator Formula(string symbol) => Symbol(symbol);

    /// <summary>One identifier, number or operator.</summary>
    internal static Formula Symbol(string symbol)
    {
        if (char.IsLetter(symbol[0])) return new Formula(Html.Math("mi", symbol), symbol);
        if (char.IsDigit(symbol[^1]) || symbol[^1] == '∞') return Number(symbol);
        return new Formula(Html.Math("mo", symbol), symbol switch { "=" or "+" or "−" or "→" => $" {symbol} ", "," or ";" => $"{symbol} ", _ => symbol });
    }

    internal static Formula Number(string digits) => new(Html.Math("mn", digits), digits);

    /// <summary>Words: a token or a remark, never read as a symbol. Their spaces are kept, which MathML would trim at both ends.</summary>
    internal static Formula Words(string words) => new(Html.Math("mtext", words.Replace(' ', NoBreakSpace)), TokenText.Isolate(words));

    internal static Formula Row(params Formula[] parts) =>
        new(Html.Math("mrow", parts.Select(part => part.Markup)), string.Concat(parts.Select(part => part.Text)), isCompound: parts.Length > 1);

    /// <summary>With the sign of a negative number.</summary>
    internal static Formula Negative(Formula part) => new(Html.Math("mrow", Html.Math("mo", "−"), part.Markup), "−" + part.Text);

    /// <summary>Between the bars of an absolute value.</summary>
    internal static Formula Abs(params Formula[] parts)
    {
        Formula row = Row(["|", .. parts, "|"]);
        return new Formula(row.Markup, row.Text);
    }

    /// <summary>In parentheses.</summary>
    internal static Formula Group(params Formula[] parts)
    {
        Formula row = Row(["(", .. parts, ")"]);
        return new Formula(row.Markup, row.Text);
    }

    internal static Formula Sup(Formula symbol, Formula above) =>
        new(Html.Math("msup", symbol.Markup, above.Markup), symbol.Text + Superscript(above.Text));

    internal static Formula Sub(Formula symbol, Formula below) =>
        new(Html.Math("msub", symbol.Markup, below.Markup), symbol.Text + Subscript(below.Text));

    internal static Formula SubSup(Formula symbol, Formula below, Formula above) =>
        new(Html.Math("msubsup", symbol.Markup, below.Markup, above.Markup), symbol.Text + Superscript(above.Text) + Subscript(below.Text));

    internal static Formula Frac(Formula above, Formula below) =>
        new(Html.Math("mfrac", above.Markup, below.Markup), $"{above.Grouped} / {below.Grouped}", isCompound: true);

    /// <summary>How the loss changes with something: dL/dX.</summary>
    internal static Formula Gradient(Formula by) =>
        new(Html.Math("mfrac", Html.Math("mrow", Html.Math("mi", "d"), Html.Math("mi", "L")), Html.Math("mrow", Html.Math("mi", "d"), by.Markup)), $"dL/d{by.Text}");

    internal static Formula Sqrt(Formula radicand) => new(Html.Math("msqrt", radicand.Markup), "√" + radicand.Grouped);

    internal static Formula Hat(string symbol) =>
        new(Html.Math("mover", Html.Attribute("accent", "true"), Html.Math("mi", symbol), Html.Math("mo", "^")), symbol + "\u0302");

    /// <summary>A function with its arguments in parentheses.</summary>
    internal static Formula Call(string function, params Formula[] arguments)
    {
        Formula inner = Group(arguments);
        XElement application = Html.Math("mo", "\u2061");
        return new Formula(Html.Math("mrow", Html.Math("mi", function), application, inner.Markup), function + inner.Text);
    }

    /// <summary>The sum over an index.</summary>
    internal static Formula Sum(string index, Formula addend) =>
        new(
            Html.Math("mrow", Html.Math("munder", Html.Math("mo", "∑"), Html.Math("mi", index)), addend.Markup),
            $"Σ{Subscript(index)} {addend.Text}",
            isCompound: true);

    private string Grouped => isCompound ? $"({Text})" : Text;

    private static string Superscript(string text)
    {
        int place = text.Length == 1 ? Superscripts.IndexOf(text[0], StringComparison.Ordinal) : -1;
        return place >= 0 && place % 2 == 0 ? Superscripts[place + 1].ToString() : "^" + text;
    }

    private static string Subscript(string text) =>
        text.Length == 1 && char.IsAsciiDigit(text[0]) ? ((char)('₀' + (text[0] - '0'))).ToString() : $"[{text}]";
}
