namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>
/// Tokens → <see cref="MathNode"/>, by recursive descent. It never throws: what it cannot understand becomes <see cref="Misunderstood"/> and
/// a line among the problems.
/// </summary>
internal sealed partial class LatexParser
{
    // Far deeper than any formula that a person reads, and far from the end of the stack.
    private const int DeepestNesting = 120;

    private readonly string source;
    private readonly IReadOnlyList<LatexToken> tokens;
    private readonly List<string> problems = [];
    private int position;
    private int nesting;

    private LatexParser(string source)
    {
        this.source = source;
        tokens = LatexTokenizer.Tokenize(source);
    }

    private LatexToken Current => tokens[position];

    /// <summary>Parses a whole formula; the problems say what was not understood.</summary>
    internal static (MathNode Formula, IReadOnlyList<string> Problems) Parse(string source)
    {
        LatexParser parser = new(source);
        List<MathNode> pieces = [parser.ParseLines()];
        while (parser.Current.Kind != LatexTokenKind.End)
        {
            pieces.Add(parser.Reject(parser.Take(), "has nothing to close"));
            pieces.Add(parser.ParseLines());
        }

        return (new Row(pieces), parser.problems);
    }

    private LatexToken Take()
    {
        LatexToken token = Current;
        if (token.Kind != LatexTokenKind.End)
        {
            position++;
        }

        return token;
    }

    private bool TakeIf(LatexTokenKind kind, string? text = null)
    {
        bool matches = Current.Kind == kind && (text is null || Current.Text == text);
        if (matches)
        {
            _ = Take();
        }

        return matches;
    }

    private Misunderstood Reject(LatexToken token, string problem)
    {
        string written = source[token.Start..token.End];
        problems.Add($"{written} {problem}");
        return new Misunderstood(written);
    }

    private Row ParseRow()
    {
        List<MathNode> parts = [];
        while (!EndsRow(Current))
        {
            parts.Add(ParseScripted());
        }

        return new Row(parts);
    }

    private static bool EndsRow(LatexToken token)
    {
        return token.Kind is LatexTokenKind.End or LatexTokenKind.Close or LatexTokenKind.CellEnd or LatexTokenKind.RowEnd
            || (token.Kind == LatexTokenKind.Command && token.Text is "right" or "end");
    }

    private MathNode ParseScripted()
    {
        bool isBare = Current.Kind is LatexTokenKind.Superscript or LatexTokenKind.Subscript or LatexTokenKind.Prime;
        MathNode scripted = isBare ? new Row([]) : ParseAtom();
        if (scripted is Function function && Current.Kind == LatexTokenKind.Command && Current.Text is "limits" or "nolimits")
        {
            scripted = function with { Limits = Take().Text == "limits" ? LimitPlace.BelowAndAbove : LimitPlace.Beside };
        }

        return ParseScripts(scripted);
    }

    private MathNode ParseScripts(MathNode scripted)
    {
        MathNode? below = null;
        MathNode? above = null;
        int primes = 0;
        while (Current.Kind is LatexTokenKind.Superscript or LatexTokenKind.Subscript or LatexTokenKind.Prime)
        {
            LatexToken sign = Take();
            if (sign.Kind == LatexTokenKind.Prime)
            {
                primes++;
                continue;
            }

            ref MathNode? place = ref sign.Kind == LatexTokenKind.Subscript ? ref below : ref above;
            MathNode script = ParseArgument(sign);
            place = place is null ? script : new Row([.. PartsOf(place), Reject(sign, "comes twice"), script]);
        }

        if (primes > 0)
        {
            above = above is null ? new Primes(primes) : new Row([new Primes(primes), above]);
        }

        return below is null && above is null ? scripted : new Scripts(scripted, below, above);
    }

    private static IReadOnlyList<MathNode> PartsOf(MathNode node) => node is Row row ? row.Parts : [node];

    /// <summary>What a script sign or a command takes: a group, or the one token that follows.</summary>
    private MathNode ParseArgument(LatexToken owner)
    {
        if (EndsRow(Current) || Current.Kind is LatexTokenKind.Superscript or LatexTokenKind.Subscript)
        {
            return Reject(owner, "has nothing after it");
        }

        return Current.Kind == LatexTokenKind.Digit ? new Number(Take().Text) : ParseAtom();
    }

    private MathNode ParseAtom()
    {
        if (nesting == DeepestNesting)
        {
            LatexToken token = Current;
            position = tokens.Count - 1;
            return Reject(token, "is nested too deeply");
        }

        nesting++;
        MathNode atom = ParseToken();
        nesting--;
        return atom;
    }

    private MathNode ParseToken()
    {
        if (MathFences.TryGet(Current, out (string Sign, MathClass Class) fence))
        {
            _ = Take();
            return new Operator(fence.Sign, fence.Class);
        }

        if (Current.Kind == LatexTokenKind.Digit || StartsDecimals())
        {
            return ParseNumber();
        }

        LatexToken token = Take();
        return token.Kind switch
        {
            LatexTokenKind.Open => ParseGroup(token),
            LatexTokenKind.Command => ParseCommand(token),
            LatexTokenKind.Letter => new Identifier(token.Text),
            LatexTokenKind.Symbol => ParseSymbol(token),
            _ => Reject(token, "is out of place"),
        };
    }

    private Row ParseGroup(LatexToken open)
    {
        Row body = ParseRow();
        return TakeIf(LatexTokenKind.Close) ? body : new Row([Reject(open, "is never closed"), .. body.Parts]);
    }
}
