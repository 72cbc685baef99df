namespace AttentionNotebooks.Runner.Mathematics;

/// <content>Commands.</content>
internal sealed partial class LatexParser
{
    private const string NeedsGroup = "needs a group in braces";
    private const string NeedsFence = "needs a fence after it";

    private MathNode ParseCommand(LatexToken command) =>
        SignOf(command.Text) ?? ParseStructure(command) ?? Reject(command, "is not a known command");

    private static MathNode? SignOf(string name)
    {
        return name switch
        {
            _ when MathSymbols.Variables.TryGetValue(name, out string? sign) => new Identifier(sign),
            _ when MathSymbols.Constants.TryGetValue(name, out string? sign) => new Identifier(sign, Upright: true),
            _ when MathSymbols.Binaries.TryGetValue(name, out string? sign) => new Operator(sign, MathClass.Binary),
            _ when MathSymbols.Relations.TryGetValue(name, out string? sign) => new Operator(sign, MathClass.Relation),
            _ when MathSymbols.LargeSigns.TryGetValue(name, out string? sign) => new Function(sign, IsSign: true, LimitPlace.ByStyle),
            _ when MathSymbols.Integrals.TryGetValue(name, out string? sign) => new Function(sign, IsSign: true, LimitPlace.Beside),
            _ when MathSymbols.LimitFunctions.Contains(name) => new Function(NameOf(name), IsSign: false, LimitPlace.ByStyle),
            _ when MathSymbols.Functions.Contains(name) => new Function(name, IsSign: false, LimitPlace.Beside),
            _ when MathSymbols.Spaces.TryGetValue(name, out double width) => new Space(width),
            "colon" => new Operator(":", MathClass.Punctuation),
            _ => null,
        };
    }

    private static string NameOf(string limitFunction) => limitFunction switch
    {
        "limsup" => "lim\u2009sup",
        "liminf" => "lim\u2009inf",
        _ => limitFunction,
    };

    private MathNode? ParseStructure(LatexToken command)
    {
        return command.Text switch
        {
            "frac" => ParseFraction(command, display: null),
            "dfrac" => ParseFraction(command, display: true),
            "tfrac" => ParseFraction(command, display: false),
            "binom" => new Fenced("(", ParseFraction(command, display: null) with { HasBar = false }, ")"),
            "sqrt" => ParseRoot(command),
            "left" => ParseFenced(command),
            "middle" => ParseMiddle(command),
            "text" or "textrm" or "mbox" => ReadText() is { } text ? new Words(text) : Reject(command, NeedsGroup),
            "operatorname" => ParseOperatorName(command),
            "overset" or "stackrel" => ParseStack(command, isAbove: true),
            "underset" => ParseStack(command, isAbove: false),
            "displaystyle" => new Styled(ParseRow(), Display: true),
            "textstyle" => new Styled(ParseRow(), Display: false),
            "begin" => ParseEnvironment(command),
            _ when MathAlphabet.TryGet(command.Text, out MathAlphabet alphabet) => alphabet.Apply(ParseArgument(command)),
            _ when MathAccents.TryGet(command.Text, out Func<MathNode, MathNode> wear) => wear(ParseArgument(command)),
            _ when MathFences.TryGetSize(command.Text, out double height, out MathClass side) => ParseSizedFence(command, height, side),
            _ => null,
        };
    }

    private Fraction ParseFraction(LatexToken command, bool? display)
    {
        MathNode numerator = ParseArgument(command);
        return new Fraction(numerator, ParseArgument(command), Display: display);
    }

    private Root ParseRoot(LatexToken command)
    {
        MathNode? index = null;
        if (TakeIf(LatexTokenKind.Symbol, "["))
        {
            index = ParseUntilBracket(command);
        }

        return new Root(ParseArgument(command), index);
    }

    private Row ParseUntilBracket(LatexToken command)
    {
        List<MathNode> parts = [];
        while (!TakeIf(LatexTokenKind.Symbol, "]"))
        {
            if (EndsRow(Current))
            {
                parts.Add(Reject(command, "has a [ that is never closed"));
                break;
            }

            parts.Add(ParseScripted());
        }

        return new Row(parts);
    }

    private MathNode ParseFenced(LatexToken left)
    {
        if (ReadFence() is not { } open)
        {
            return Reject(left, NeedsFence);
        }

        Row body = ParseRow();
        LatexToken right = Current;
        if (!TakeIf(LatexTokenKind.Command, "right"))
        {
            return new Row([Reject(left, "has no \\right"), .. body.Parts]);
        }

        return ReadFence() is { } close ? new Fenced(open, body, close) : new Row([.. body.Parts, Reject(right, NeedsFence)]);
    }

    private MathNode ParseMiddle(LatexToken command) =>
        ReadFence() is { } sign ? new Operator(sign, MathClass.Middle) : Reject(command, NeedsFence);

    private MathNode ParseSizedFence(LatexToken command, double height, MathClass side) =>
        ReadFence() is { } sign ? new SizedFence(sign, height, side) : Reject(command, NeedsFence);

    /// <summary>The fence that follows, empty for a full stop; null where none follows.</summary>
    private string? ReadFence()
    {
        if (TakeIf(LatexTokenKind.Symbol, "."))
        {
            return "";
        }

        if (MathFences.TryGet(Current, out (string Sign, MathClass Class) fence))
        {
            _ = Take();
            return fence.Sign;
        }

        return null;
    }

    private Stack ParseStack(LatexToken command, bool isAbove)
    {
        MathNode addition = ParseArgument(command);
        MathNode wearer = ParseArgument(command);
        return isAbove ? new Stack(wearer, Below: null, addition) : new Stack(wearer, addition, Above: null);
    }

    private MathNode ParseOperatorName(LatexToken command)
    {
        LimitPlace limits = TakeIf(LatexTokenKind.Symbol, "*") ? LimitPlace.ByStyle : LimitPlace.Beside;
        return ReadText() is { } name
            ? new Function(name.Replace(@"\,", "\u2009", StringComparison.Ordinal), IsSign: false, limits)
            : Reject(command, NeedsGroup);
    }

    /// <summary>The characters of the group that follows, blanks included; null where no group follows or it is never closed.</summary>
    private string? ReadText()
    {
        LatexToken open = Current;
        if (!TakeIf(LatexTokenKind.Open))
        {
            return null;
        }

        for (int depth = 1; Current.Kind != LatexTokenKind.End;)
        {
            LatexToken token = Take();
            depth += token.Kind switch { LatexTokenKind.Open => 1, LatexTokenKind.Close => -1, _ => 0 };
            if (depth == 0)
            {
                return Unescape(source[open.End..token.Start]);
            }
        }

        return null;
    }

    private static string Unescape(string text)
    {
        foreach (string special in (ReadOnlySpan<string>)["%", "$", "#", "&", "_", "{", "}"])
        {
            text = text.Replace($@"\{special}", special, StringComparison.Ordinal);
        }

        return text;
    }
}
