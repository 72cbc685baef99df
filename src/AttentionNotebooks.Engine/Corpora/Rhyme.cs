namespace AttentionNotebooks;

/// <summary>Rhyming couplets without their last word: it rhymes with the end of the first line, and its verb says of which kind it is.</summary>
/// <remarks>Training never sees a fifth of all pairs of a first rhyming word and a verb. Chance is any word of the right kind.</remarks>
internal sealed class Rhyme : Grammar
{
    /// <summary>Words that rhyme: an animal, something to wear, something to eat, a place; a dash where there is none.</summary>
    private static readonly string[][] Families =
    [
        .. ((string[])
        [
            "cat hat - mat", "bear - pear chair", "mouse blouse - house", "goat coat - boat", "frog clog - log", "bee - pea tree",
            "snake - cake lake", "fox socks - box", "fly tie pie -", "pig wig fig -", "lamb - ham tram", "whale veil kale -",
        ]).Select(Lexicon.Words),
    ];

    private static readonly string[][] Verbs =
    [
        Lexicon.Words("fed heard stroked petted greeted"), Lexicon.Words("wore washed sewed ironed folded"),
        Lexicon.Words("ate tasted served cooked chewed"), Lexicon.Words("entered reached built cleaned sold"),
    ];

    private static readonly string[] Adjectives = Lexicon.Words("old little lovely yellow");

    /// <summary>Each first word with the other words of its family, by kind.</summary>
    private static readonly Pair[] Pairs =
    [
        .. from family in Families
           from first in Kinds(family)
           from second in Kinds(family)
           where first != second
           select new Pair(family, first, second),
    ];

    internal override string Name => "rhyme";

    internal override CorpusSentence Write(Dice dice, bool heldOut)
    {
        (Pair pair, int verb) = Drawn(() => (Pair: dice.Pick(Pairs), Verb: dice.Pick(0, 1, 2, 3, 4)), drawn => IsHeldOut(drawn.Pair.Number, drawn.Verb), heldOut);
        string rhyme = $"{dice.Sometimes(33, dice.Pick(Adjectives))} [{pair.First}]", who = dice.Percent(67) ? dice.Pick(Lexicon.Names) : dice.Pick("I", "we");
        string other = Drawn(() => dice.Pick(Pairs), one => one.Family != pair.Family, true).First;
        string first = dice.Pick(
            $"{who} dreamt about the {rhyme}",
            $"{who} went to see the {rhyme}",
            $"with the {other} {who} drew the {rhyme}",
            $"the {other} and {who} looked for the {rhyme}",
            $"the {other} told {(who == "I" ? "me" : who == "we" ? "us" : who)} of the {rhyme}");
        string second = $"{dice.Pick("then", "and so", "and there")} {who} {Verbs[pair.Kind][verb]} the {dice.Sometimes(33, dice.Pick(Adjectives))} {Corpus.Blank}";
        return new CorpusSentence(Name, new Draft($"{first} , {second}"), [pair.Second], Families.Count(family => family[pair.Kind] != "-"));
    }

    private static IEnumerable<int> Kinds(string[] family) => Enumerable.Range(0, family.Length).Where(kind => family[kind] != "-");

    private sealed record Pair(string[] Family, int FirstKind, int Kind)
    {
        internal string First => Family[FirstKind];

        internal string Second => Family[Kind];

        /// <summary>The number of the first word among all.</summary>
        internal int Number => (Array.IndexOf(Families, Family) * Verbs.Length) + FirstKind;
    }
}
