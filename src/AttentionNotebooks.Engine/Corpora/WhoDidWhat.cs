namespace AttentionNotebooks;

/// <summary>Who did what to whom, in the active and the passive: the deciding word is the name in the role that is asked for.</summary>
/// <remarks>Training never sees a fifth of all pairs of a doer and a person done to. Chance is one of the names in the sentence.</remarks>
internal sealed class WhoDidWhat : Grammar
{
    private static readonly string[] Verbs = Lexicon.Words("chased helped painted visited thanked followed invited greeted warned kissed pushed called");

    private static readonly string[] Gifts = Lexicon.Words("book letter lamp basket key map flower ball");

    internal override string Name => "who did what";

    internal override CorpusSentence Write(Dice dice, bool heldOut)
    {
        string[] names = Drawn(() => dice.Different(Lexicon.Names, 3), IsHeldOut, heldOut);
        (string doer, string other, string witness) = (names[0], names[1], names[2]);
        bool asksForDoer = dice.Percent(50);
        (doer, other) = asksForDoer ? ($"[{doer}]", other) : (doer, $"[{other}]");
        string place = dice.Sometimes(50, $"in the {dice.Pick(Lexicon.Places)}"), day = dice.Sometimes(33, $"on {dice.Pick(Lexicon.Days)}");
        string before = "", behind = dice.Pick("", "", $", and {witness} watched", $", while {witness} slept");
        if (behind.Length == 0) before = dice.Sometimes(33, $"while {witness} slept ,");
        string clause = dice.Percent(60) ? Deed(dice, doer, other, place, asksForDoer) : Gift(dice, doer, other, place, asksForDoer);
        int candidates = before.Length + behind.Length > 0 ? 3 : 2;
        return new CorpusSentence(Name, new Draft(string.Format(null, clause, $"{day} {before}", behind)), [names[asksForDoer ? 0 : 1]], candidates);
    }

    private static bool IsHeldOut(string[] names) => IsHeldOut(Array.IndexOf(Lexicon.Names, names[0]), Array.IndexOf(Lexicon.Names, names[1]));

    private static string Deed(Dice dice, string doer, string other, string place, bool asksForDoer)
    {
        string verb = dice.Pick(Verbs);
        string clause = dice.Pick($"{doer} {verb} {other} {place}", $"{other} was {verb} by {doer} {place}", $"{other} was {verb} {place} by {doer}");
        return $"{{0}} {clause} {{1}} . {(asksForDoer ? $"who {verb} someone" : $"who was {verb}")} ? {Corpus.Blank}";
    }

    private static string Gift(Dice dice, string giver, string taker, string place, bool asksForGiver)
    {
        string gift = dice.Pick(Gifts);
        string clause = dice.Pick($"{giver} gave {taker} the {gift} {place}", $"{giver} gave the {gift} to {taker} {place}", $"{taker} got the {gift} from {giver} {place}");
        return $"{{0}} {clause} {{1}} . {(asksForGiver ? $"who gave the {gift} away" : $"who has the {gift} now")} ? {Corpus.Blank}";
    }
}
