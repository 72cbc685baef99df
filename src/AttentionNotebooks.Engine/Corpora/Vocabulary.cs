namespace AttentionNotebooks;

/// <summary>The words that a model knows, each with its number.</summary>
public sealed class Vocabulary
{
    private const int NearWords = 3;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>A vocabulary.</summary>
    /// <param name="words">In the order of their numbers; at least one, none twice.</param>
    /// <exception cref="ArgumentException">There is no word, one is empty, or one occurs twice.</exception>
    public Vocabulary(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        Words = [.. words];
        if (Words.Count == 0) throw new ArgumentException("words must hold at least one word: it is empty.", nameof(words));
        for (int number = 0; number < Words.Count; number++)
        {
            if (string.IsNullOrEmpty(Words[number])) throw new ArgumentException($"words must not hold an empty word: word {number} is empty.", nameof(words));
            if (!numbers.TryAdd(Words[number], number)) throw new ArgumentException($"words must hold each word once: '{Words[number]}' occurs twice.", nameof(words));
        }
    }

    /// <summary>The words in the order of their numbers.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>How many there are.</summary>
    public int Count => Words.Count;

    /// <summary>The number of a word. Where there is no such word, the same in small letters is tried.</summary>
    /// <param name="word">The word.</param>
    /// <returns>From 0.</returns>
    /// <exception cref="ArgumentException">The vocabulary has no such word; the message names some that are spelled alike.</exception>
    public int this[string word]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(word);
            if (numbers.TryGetValue(word, out int number) || numbers.TryGetValue(word.ToLowerInvariant(), out number)) return number;
            throw new ArgumentException($"word must be one of the {Count} words of the vocabulary: '{word}' is not; near it are {string.Join(", ", Near(word))}.", nameof(word));
        }
    }

    /// <summary>Whether there is such a word.</summary>
    /// <param name="word">The word, its letters as they are or small.</param>
    /// <returns>Whether it has a number.</returns>
    public bool Contains(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return numbers.ContainsKey(word) || numbers.ContainsKey(word.ToLowerInvariant());
    }

    /// <summary>The numbers of words.</summary>
    /// <param name="words">The words.</param>
    /// <returns>One number a word.</returns>
    /// <exception cref="ArgumentException">The vocabulary lacks a word.</exception>
    public IReadOnlyList<int> Encode(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. words.Select(word => this[word])];
    }

    /// <summary>The words that are spelled most like another one.</summary>
    internal IEnumerable<string> Near(string word) => Words.OrderBy(known => Distance(known, word)).ThenBy(known => known, StringComparer.Ordinal).Take(NearWords);

    /// <summary>How many letters must be put in, taken out or exchanged (Levenshtein 1966).</summary>
    private static int Distance(string first, string second)
    {
        int[] row = [.. Enumerable.Range(0, second.Length + 1)];
        for (int i = 1; i <= first.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int exchanged = diagonal + (first[i - 1] == second[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
