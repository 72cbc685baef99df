namespace AttentionNotebooks;

/// <summary>A word that a model could say, and how probable it is to it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Probability">From 0 to 1; those of all words of the vocabulary sum to 1.</param>
public sealed record WordPrediction(string Word, double Probability);
