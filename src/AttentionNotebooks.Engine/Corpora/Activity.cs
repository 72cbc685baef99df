namespace AttentionNotebooks;

/// <summary>Who does what, where and when: the deciding word is the one that the question word asks for.</summary>
/// <remarks>Training never sees a fifth of all pairs of a person and an activity. Chance is any name of the sentence, activity, place or day.</remarks>
internal sealed class Activity : Grammar
{
    private static readonly string[] Deeds = Lexicon.Words("paints swims sings cooks reads dances rides draws sails skates knits climbs");

    private static readonly Question[] Questions =
    [
        new("who is it", 0, 2), new("what happens", 1, Deeds.Length), new("where", 2, Lexicon.Places.Length), new("when", 3, Lexicon.Days.Length),
    ];

    internal override string Name => "activity";

    internal override CorpusSentence Write(Dice dice, bool heldOut)
    {
        string[] facts = Drawn(() => (string[])[dice.Pick(Lexicon.Names), dice.Pick(Deeds), dice.Pick(Lexicon.Places), dice.Pick(Lexicon.Days)], IsHeldOut, heldOut);
        string witness = Drawn(() => dice.Pick(Lexicon.Names), name => name != facts[0], true);
        Question question = dice.Pick(Questions);
        string answer = facts[question.Fact];
        facts[question.Fact] = $"[{answer}]";
        string told = Tell(dice, facts), aside = dice.Sometimes(50, dice.Pick(", and {0} watched", ", while {0} slept"));
        return new CorpusSentence(Name, new Draft($"{told} {string.Format(null, aside, witness)} . {question.Words} ? {Corpus.Blank}"), [answer], question.Candidates);
    }

    private static bool IsHeldOut(string[] facts) => IsHeldOut(Array.IndexOf(Lexicon.Names, facts[0]), Array.IndexOf(Deeds, facts[1]));

    private static string Tell(Dice dice, string[] facts) => dice.Pick(
        $"on {facts[3]} {facts[0]} {facts[1]} in the {facts[2]}",
        $"{facts[0]} {facts[1]} in the {facts[2]} on {facts[3]}",
        $"in the {facts[2]} {facts[0]} {facts[1]} on {facts[3]}");

    /// <param name="Words">How it is asked.</param>
    /// <param name="Fact">Which of the facts is asked for: person, activity, place, day.</param>
    /// <param name="Candidates">How many words it could be.</param>
    private sealed record Question(string Words, int Fact, int Candidates);
}
