namespace AttentionNotebooks;

/// <summary>A sentence as the grammars write it: words between blanks, the deciding one in [brackets].</summary>
internal sealed class Draft
{
    internal Draft(string text)
    {
        string[] marked = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Words = [.. marked.Select(word => word.Trim('[', ']'))];
        Deciding = Array.FindIndex(marked, word => word[0] == '[');
        Blank = Array.IndexOf(marked, Corpus.Blank);
    }

    internal IReadOnlyList<string> Words { get; }

    internal int Deciding { get; }

    internal int Blank { get; }
}
