namespace AttentionNotebooks.Engine.Tests.Training;

/// <summary>Sentences of numbered words in which some words follow others more often.</summary>
internal static class Texts
{
    /// <summary>Seeded sentences of 3 to 12 words, each to say the next one. After word w, it is 2w + 1 every second time.</summary>
    public static TrainingExample[] Draw(int count, int words, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Sentence(random, words))];
    }

    /// <summary>The entropy of the next word given the last one, in nats: the least loss of any bigram model.</summary>
    public static double Entropy(IReadOnlyList<TrainingExample> examples)
    {
        (int Token, int Target)[] pairs = [.. examples.SelectMany(example => example.Tokens.Zip(example.Targets)).Where(pair => pair.Second >= 0)];
        return pairs.GroupBy(pair => pair.Token)
            .Sum(group => group.GroupBy(pair => pair.Target).Sum(same => -same.Count() * Math.Log((double)same.Count() / group.Count()))) / pairs.Length;
    }

    private static TrainingExample Sentence(Random random, int words)
    {
        List<int> tokens = [random.Next(words)];
        for (int length = random.Next(3, 13); tokens.Count < length;)
            tokens.Add(random.Next(2) == 0 ? ((2 * tokens[^1]) + 1) % words : random.Next(words));
        return new(tokens, [.. tokens.Skip(1), TrainingExample.NoTarget]);
    }
}
