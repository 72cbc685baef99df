namespace AttentionNotebooks;

/// <summary>The check of words that a person has typed.</summary>
internal static class VocabularyCheck
{
    /// <summary>Throws where a vocabulary lacks words, and names all of them with known ones that are spelled alike.</summary>
    internal static void Known(Vocabulary vocabulary, IReadOnlyList<string> words, string name)
    {
        if (words.Contains(null)) throw Check.Wrong(name, $"{name} must not hold null.");
        string[] unknown = [.. words.Where(word => !vocabulary.Contains(word)).Distinct()];
        if (unknown.Length == 0) return;
        IEnumerable<string> hints = unknown.Select(word => $"'{word}' is unknown (near it: {string.Join(", ", vocabulary.Near(word))})");
        throw Check.Wrong(name, $"{name} must hold words of the vocabulary only: {string.Join("; ", hints)}.");
    }
}
