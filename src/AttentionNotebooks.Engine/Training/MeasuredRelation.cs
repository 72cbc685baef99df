namespace AttentionNotebooks;

/// <summary>A relation between the place of an answer and the word that decides it, and how well a model answers.</summary>
public sealed record MeasuredRelation
{
    /// <summary>What was measured of a relation, all heads at work.</summary>
    /// <param name="name">For example <c>rhyme</c>; not empty.</param>
    /// <param name="sentences">How many held-out sentences were asked; at least 1.</param>
    /// <param name="chanceShare">The share of its weight that a head gives to the deciding word if it looks at all alike, mean over the sentences; from 0 to 1.</param>
    /// <param name="accuracy">The share of the sentences with the right answer; from 0 to 1.</param>
    /// <param name="chanceAccuracy">The share that guessing gets; from 0 to 1.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public MeasuredRelation(string name, int sentences, double chanceShare, double accuracy, double chanceAccuracy)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Sentences = NumberCheck.AtLeast(sentences, 1);
        ChanceShare = NumberCheck.Fraction(chanceShare);
        Accuracy = NumberCheck.Fraction(accuracy);
        ChanceAccuracy = NumberCheck.Fraction(chanceAccuracy);
    }

    /// <summary>What it is called, for example <c>rhyme</c>.</summary>
    public string Name { get; }

    /// <summary>How many held-out sentences were asked.</summary>
    public int Sentences { get; }

    /// <summary>The share of its weight that a head gives to the deciding word if it looks at all alike; from 0 to 1.</summary>
    public double ChanceShare { get; }

    /// <summary>The share of the sentences with the right answer; from 0 to 1.</summary>
    public double Accuracy { get; }

    /// <summary>The share that guessing gets; from 0 to 1.</summary>
    public double ChanceAccuracy { get; }
}
