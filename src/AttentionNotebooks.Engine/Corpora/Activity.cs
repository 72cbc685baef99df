namespace AttentionNotebooks;

/// <summary>Several people and what each of them does: the deciding word is the activity that stands beside the name that is asked for.</summary>
/// <remarks>Training never sees a fifth of all pairs of a person and an activity. Chance is one of the activities in the sentence.</remarks>
internal sealed class Activity : Grammar
{
    private static readonly string[] Activities = Lexicon.Words("paints swims sings cooks reads dances rides draws sails skates knits climbs");

    internal override string Name => "activity";

    internal override CorpusSentence Write(Dice dice, bool heldOut)
    {
        int people = dice.Pick(2, 2, 3);
        Clause[] clauses = Drawn(() => Clauses(dice, people), all => all.Any(IsHeldOut), heldOut);
        Clause asked = heldOut ? clauses.First(IsHeldOut) : dice.Pick(clauses);
        bool namesDays = dice.Percent(50);
        string[] told = [.. clauses.Select(clause => Tell(clause, namesDays, clause == asked))];
        string text = $"{string.Join(" , ", told[..^1])} and {told[^1]} . so {(namesDays ? $"on {asked.Day}" : "")} {asked.Person} {Corpus.Blank}";
        return new CorpusSentence(Name, new Draft(text), [asked.Deed], people);
    }

    private static Clause[] Clauses(Dice dice, int people)
    {
        string[] persons = dice.Different(Lexicon.Names, people), deeds = dice.Different(Activities, people), days = dice.Different(Lexicon.Days, people);
        return [.. persons.Select((person, index) => new Clause(person, deeds[index], days[index]))];
    }

    private static bool IsHeldOut(Clause clause) => IsHeldOut(Array.IndexOf(Lexicon.Names, clause.Person), Array.IndexOf(Activities, clause.Deed));

    private static string Tell(Clause clause, bool namesDays, bool decides) =>
        $"{(namesDays ? $"on {clause.Day}" : "")} {clause.Person} {(decides ? $"[{clause.Deed}]" : clause.Deed)}";

    private sealed record Clause(string Person, string Deed, string Day);
}
