namespace AttentionNotebooks;

/// <summary>Words with several senses: the bank of the river is a kind of shore, the bank of the loan a kind of lender. The deciding word is the one that tells the sense.</summary>
/// <remarks>Training never sees a fifth of all pairs of a homonym and a deciding word. Chance is one of the senses. Other words of its senses may stand beside it, after "without", as decoys.</remarks>
internal sealed class Homonym : Grammar
{
    /// <summary>Topics, each with the words that tell it.</summary>
    private static readonly Dictionary<string, string[]> Topics = Parse(
        """
        water river boat lake reeds stream
        money money loan coins wages gold
        garden roses soil seeds lawn rain
        machines engine truck wheel tools factory
        sport team goal player stadium coach
        animals cave nest feathers wings zoo
        music piano choir song band violin
        kitchen bread stove tea cook sugar
        """).ToDictionary(line => line[0], line => line[1..]);

    /// <summary>Each homonym with its senses: a topic, and what it means there.</summary>
    private static readonly Sense[] Senses = [.. Parse(
        """
        bank water shore money lender
        spring water source garden season machines coil
        bat sport stick animals flyer
        crane animals bird machines hoist
        horn animals antler music trumpet
        note music tone money cash
        bass water fish music guitar
        match sport game kitchen flame
        plant garden bush machines works
        jam kitchen jelly machines queue
        bill animals beak money charge
        pitch sport field music sound
        bulb garden onion kitchen light
        fan machines blower sport supporter
        club sport bunch music disco
        bar music measure money ingot
        scale music octave kitchen balance
        current water flow machines power
        ring sport arena money jewel
        trunk animals nose garden stem
        bark animals cry garden rind
        cricket sport batting animals insect
        record sport best music disc
        bed garden plot water bottom
        branch garden bough money office
        stock money shares kitchen broth
        pool water pond sport billiards
        roll kitchen bun music rumble
        """).SelectMany((line, number) => line[1..].Chunk(2).Select(sense => new Sense(line[0], number, sense[0], sense[1])))];

    internal override string Name => "homonym";

    internal override CorpusSentence Write(Dice dice, bool heldOut)
    {
        (Sense sense, string cue) = Drawn(() => Clue(dice), IsHeldOut, heldOut);
        string[] topics = [.. Senses.Where(other => other.Word == sense.Word).Select(other => other.Topic)];
        string decoy = dice.Sometimes(50, $"{dice.Pick("after", "without", "far from")} the {dice.Pick(Topics[dice.Pick(Others(topics, sense))])}");
        string text = Tell(dice, dice.Pick(Lexicon.Names), sense.Word, $"[{cue}]");
        return new CorpusSentence(Name, new Draft($"{decoy} {text} {Corpus.Blank}"), [sense.Meaning], topics.Length);
    }

    private static (Sense Sense, string Cue) Clue(Dice dice)
    {
        Sense sense = dice.Pick(Senses);
        return (sense, dice.Pick(Topics[sense.Topic]));
    }

    private static string[] Others(string[] topics, Sense sense) => [.. topics.Where(topic => topic != sense.Topic)];

    private static bool IsHeldOut((Sense Sense, string Cue) clue)
    {
        string[] cues = Topics[clue.Sense.Topic];
        return IsHeldOut(clue.Sense.Number + Array.IndexOf([.. Topics.Keys], clue.Sense.Topic), Array.IndexOf(cues, clue.Cue));
    }

    private static string Tell(Dice dice, string name, string word, string cue) => dice.Pick(
        $"near the {cue} {name} found a {word} , a kind of",
        $"because of the {cue} {name} calls the {word} a kind of",
        $"the {cue} made {name} think of the {word} as a kind of",
        $"the {word} that {name} saw by the {cue} is a kind of",
        $"there was a {word} near the {cue} , a kind of",
        $"by the {cue} {word} means",
        $"when {name} speaks of the {cue} {word} means",
        $"the {word} of the {cue} is a kind of");

    private static IEnumerable<string[]> Parse(string table) => table.Split('\n').Select(line => Lexicon.Words(line.Trim()));

    private sealed record Sense(string Word, int Number, string Topic, string Meaning);
}
