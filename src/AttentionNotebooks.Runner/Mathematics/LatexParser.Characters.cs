namespace AttentionNotebooks.Runner.Mathematics;

/// <content>Digits and signs that are written as themselves.</content>
internal sealed partial class LatexParser
{
    private Number ParseNumber()
    {
        string digits = "";
        while (Current.Kind == LatexTokenKind.Digit || (StartsDecimals() && !digits.Contains('.')))
        {
            digits += Take().Text;
        }

        return new Number(digits);
    }

    private bool StartsDecimals() =>
        Current is { Kind: LatexTokenKind.Symbol, Text: "." }
        && tokens[position + 1].Kind == LatexTokenKind.Digit
        && tokens[position + 1].Start == Current.End;

    private MathNode ParseSymbol(LatexToken token)
    {
        return token.Text switch
        {
            "+" or "±" or "×" or "·" or "⊙" or "⊕" => new Operator(token.Text, MathClass.Binary),
            "-" => new Operator("−", MathClass.Binary),
            "*" => new Operator("∗", MathClass.Binary),
            "," or ";" => new Operator(token.Text, MathClass.Punctuation),
            ":" when TakeIf(LatexTokenKind.Symbol, "=") => new Operator(":=", MathClass.Relation),
            "=" or "<" or ">" or ":" or "≤" or "≥" or "≠" or "≈" or "∈" or "→" => new Operator(token.Text, MathClass.Relation),
            "~" => new Space(MathSymbols.Spaces[" "]),
            "!" => new Operator("!", MathClass.Close),
            _ => new Operator(token.Text, MathClass.Ordinary),
        };
    }
}
