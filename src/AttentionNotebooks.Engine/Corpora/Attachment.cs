namespace AttentionNotebooks;

/// <summary>Who has it: "saw the dog with the collar" and "saw the dog with the telescope" differ in one word only. "Saw the man with the telescope" is ambiguous.</summary>
/// <remarks>
/// The deciding word is the one who has it; who that is follows from what it is. Training never sees a fifth of all pairs of a person and a thing;
/// the held-out sentences are those that have one answer. Chance is one of the two.
/// </remarks>
internal sealed class Attachment : Grammar
{
    private static readonly string[] Animals = Lexicon.Words("bird dog horse rabbit"), People = Lexicon.Words("man woman boy girl");

    private static readonly string[] Instruments = Lexicon.Words("telescope camera lantern mirror"), Parts = Lexicon.Words("tail spots ears collar");

    private static readonly string[] Things = [.. Instruments, .. Parts], Verbs = Lexicon.Words("saw watched found noticed");

    internal override string Name => "attachment";

    internal override CorpusSentence Write(Dice dice, bool heldOut) =>
        !heldOut && dice.Percent(25) ? Ambiguous(dice) : Clear(dice, heldOut);

    private CorpusSentence Clear(Dice dice, bool heldOut)
    {
        (string person, string thing) = Drawn(() => (dice.Pick(Lexicon.Names), dice.Pick(dice.Percent(33) ? Instruments : Parts)), IsHeldOut, heldOut);
        string animal = dice.Pick(Animals);
        return Array.IndexOf(Instruments, thing) >= 0
            ? new CorpusSentence(Name, Tell(dice, $"[{person}]", animal, thing), [person], 2)
            : new CorpusSentence(Name, Tell(dice, person, $"[{animal}]", thing), [animal], 2);
    }

    private CorpusSentence Ambiguous(Dice dice)
    {
        string person = dice.Pick(Lexicon.Names), seen = dice.Pick(People), thing = dice.Pick(Instruments);
        return dice.Percent(50)
            ? new CorpusSentence(Name, Tell(dice, $"[{person}]", seen, thing), [person, seen], 2)
            : new CorpusSentence(Name, Tell(dice, person, $"[{seen}]", thing), [seen, person], 2);
    }

    private static bool IsHeldOut((string Person, string Thing) pair) => IsHeldOut(Array.IndexOf(Lexicon.Names, pair.Person), Array.IndexOf(Things, pair.Thing));

    private static Draft Tell(Dice dice, string person, string seen, string thing)
    {
        string day = dice.Sometimes(50, $"on {dice.Pick(Lexicon.Days)}"), place = dice.Sometimes(50, $"in the {dice.Pick(Lexicon.Places)}");
        return new Draft($"{day} {person} {dice.Pick(Verbs)} the {seen} with the {thing} {place} . who has the {thing} ? {Corpus.Blank}");
    }
}
