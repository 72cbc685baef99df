namespace AttentionNotebooks;

/// <summary>How probable a word is at a token before an edit and after it.</summary>
/// <param name="Number">Its number in the vocabulary.</param>
/// <param name="Before">From 0 to 1.</param>
/// <param name="After">From 0 to 1.</param>
internal readonly record struct EditedWord(int Number, double Before, double After);
