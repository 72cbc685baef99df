using System.Collections.Frozen;
using System.Text;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>
/// A style of letters such as <c>\mathbb</c>. MathML Core has no attribute for them: each styled letter is a character of its own in Unicode's
/// Mathematical Alphanumeric Symbols, but for a few that stood elsewhere before that block came.
/// </summary>
internal sealed class MathAlphabet
{
    private const int SmallLetters = 26;
    private const int GreekSmallLetters = 26;

    private static readonly MathAlphabet Bold = new(0x1D400) { Greek = 0x1D6A8, Digits = 0x1D7CE };

    private static readonly FrozenDictionary<string, MathAlphabet> Commands = new Dictionary<string, MathAlphabet>
    {
        ["mathrm"] = new(capitals: null),
        ["mathup"] = new(capitals: null),
        ["mathbf"] = Bold,
        ["mathit"] = new(0x1D434) { Exceptions = "hℎ" },
        ["boldsymbol"] = new(0x1D468) { Greek = 0x1D71C, Digits = 0x1D7CE },
        ["bm"] = new(0x1D468) { Greek = 0x1D71C, Digits = 0x1D7CE },
        ["mathcal"] = new(0x1D49C) { Exceptions = "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ" },
        ["mathscr"] = new(0x1D49C) { Exceptions = "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ" },
        ["mathfrak"] = new(0x1D504) { Exceptions = "CℭHℌIℑRℜZℨ" },
        ["mathbb"] = new(0x1D538) { Digits = 0x1D7D8, Exceptions = "CℂHℍNℕPℙQℚRℝZℤ" },
        ["mathsf"] = new(0x1D5A0) { Digits = 0x1D7E2 },
        ["mathtt"] = new(0x1D670) { Digits = 0x1D7F6 },
    }.ToFrozenDictionary();

    private readonly int? capitals;

    private MathAlphabet(int? capitals) => this.capitals = capitals;

    private int? Greek { get; init; }

    private int? Digits { get; init; }

    // Pairs of a letter and its styled form.
    private string Exceptions { get; init; } = "";

    /// <summary>The alphabet that a command names; false where it names none.</summary>
    internal static bool TryGet(string command, out MathAlphabet alphabet) => Commands.TryGetValue(command, out alphabet!);

    /// <summary>The same formula in these letters; neighbouring letters are one word, as they are in TeX.</summary>
    internal MathNode Apply(MathNode node)
    {
        return node switch
        {
            Identifier identifier => new Identifier(Restyle(identifier.Name), Upright: true),
            Number number => new Number(Restyle(number.Digits)),
            Scripts scripts => scripts with { Base = Apply(scripts.Base), Below = ApplyTo(scripts.Below), Above = ApplyTo(scripts.Above) },
            Row row => new Row(JoinWords(row.Parts.Select(Apply))),
            _ => node,
        };
    }

    private MathNode? ApplyTo(MathNode? node) => node is null ? null : Apply(node);

    private static List<MathNode> JoinWords(IEnumerable<MathNode> parts)
    {
        List<MathNode> joined = [];
        foreach (MathNode part in parts)
        {
            if (part is Identifier next && joined.Count > 0 && joined[^1] is Identifier word)
            {
                joined[^1] = word with { Name = word.Name + next.Name };
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    private string Restyle(string text) => string.Concat(text.EnumerateRunes().Select(letter => Restyle(letter.Value)));

    private string Restyle(int letter)
    {
        int exception = letter <= char.MaxValue ? Exceptions.IndexOf((char)letter, StringComparison.Ordinal) : -1;
        if (exception >= 0)
        {
            return Exceptions[exception + 1].ToString();
        }

        int? styled = letter switch
        {
            >= 'A' and <= 'Z' => capitals + (letter - 'A'),
            >= 'a' and <= 'z' => capitals + SmallLetters + (letter - 'a'),
            >= '0' and <= '9' => Digits + (letter - '0'),
            >= 'Α' and <= 'Ω' => Greek + (letter - 'Α'),
            >= 'α' and <= 'ω' => Greek + GreekSmallLetters + (letter - 'α'),
            _ => null,
        };
        return new Rune(styled ?? letter).ToString();
    }
}
