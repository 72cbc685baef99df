namespace AttentionNotebooks;

/// <summary>A word that a model could say, and how probable it is to it.</summary>
public sealed record WordPrediction
{
    internal WordPrediction(string word, double probability)
    {
        Word = word;
        Probability = probability;
    }

    /// <summary>The word.</summary>
    public string Word { get; }

    /// <summary>From 0 to 1; those of all words of the vocabulary sum to 1.</summary>
    public double Probability { get; }
}
