namespace AttentionNotebooks;

/// <summary>A small English of our own, drawn from a seed: sentences with a blank, in each of which one word decides what belongs there.</summary>
/// <remarks>
/// Five relations between the deciding word and the answer: who did what to whom, rhyme, the sense of a homonym, who does what, and who has it. In each of them a fifth
/// of the combinations that matter is kept from training, so that held-out sentences cannot be answered from memory. Safe to use from many threads.
/// </remarks>
public static class Corpus
{
    private static readonly Grammar[] Grammars = [new WhoDidWhat(), new Rhyme(), new Homonym(), new Activity(), new Attachment()];

    private static readonly Lazy<Vocabulary> Collected = new(Collect);

    /// <summary>The token that stands where a word is to be said.</summary>
    public static string Blank => "_";

    /// <summary>The names of the relations.</summary>
    public static IReadOnlyList<string> Relations { get; } = [.. Grammars.Select(grammar => grammar.Name)];

    /// <summary>All words that sentences and answers are made of, in alphabetical order.</summary>
    public static Vocabulary Vocabulary => Collected.Value;

    /// <summary>Some sentences.</summary>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="seed">The same seed, the same sentences.</param>
    /// <param name="relation">One of <see cref="Relations"/>; null: all of them by turns.</param>
    /// <param name="heldOut">True: made of combinations that training never sees. False: of the others.</param>
    /// <returns>The sentences.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">There is no such relation.</exception>
    public static IReadOnlyList<CorpusSentence> Draw(int count, int seed, string? relation = null, bool heldOut = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Grammar[] grammars = relation is null ? Grammars : [Find(relation)];
        Dice dice = new((ulong)(uint)seed);
        return [.. Enumerable.Range(0, count).Select(index => grammars[index % grammars.Length].Write(dice, heldOut))];
    }

    /// <summary>How often somebody answers right who understands the questions of a relation but does not find the deciding word.</summary>
    /// <param name="relation">One of <see cref="Relations"/>.</param>
    /// <returns>The mean over many held-out sentences, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">There is no such relation.</exception>
    public static double ChanceAccuracy(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return Draw(1_000, seed: 0, relation, heldOut: true).Average(sentence => sentence.ChanceAccuracy);
    }

    private static Grammar Find(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return Array.Find(Grammars, grammar => grammar.Name == relation)
            ?? throw new ArgumentException($"relation must be one of {string.Join(", ", Relations)}: it is '{relation}'.", nameof(relation));
    }

    /// <summary>Every word turns up in so many sentences; a test draws others and finds no new one.</summary>
    private static Vocabulary Collect() => new(Draw(20_000, seed: 0)
        .SelectMany(sentence => sentence.Words.Concat(sentence.Answers))
        .Distinct()
        .Order(StringComparer.Ordinal));
}
