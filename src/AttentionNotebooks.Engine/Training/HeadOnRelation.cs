namespace AttentionNotebooks;

/// <summary>What one head does for one relation: how much it looks at the deciding word, and what is lost without it.</summary>
public sealed record HeadOnRelation
{
    /// <summary>What was measured of a head.</summary>
    /// <param name="layer">Number of the layer, from 0.</param>
    /// <param name="head">Number of the head in its layer, from 0.</param>
    /// <param name="relation">The name of the relation.</param>
    /// <param name="share">The weight from the place of the answer on the deciding word, mean over the sentences; from 0 to 1.</param>
    /// <param name="untrainedShare">The same in the model before training; from 0 to 1.</param>
    /// <param name="accuracyLoss">100 · (accuracy − accuracy with this head silenced), in points; from −100 to 100.</param>
    /// <exception cref="ArgumentException"><paramref name="relation"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public HeadOnRelation(int layer, int head, string relation, double share, double untrainedShare, double accuracyLoss)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(relation);
        Layer = NumberCheck.AtLeast(layer, 0);
        Head = NumberCheck.AtLeast(head, 0);
        Relation = relation;
        Share = NumberCheck.Fraction(share);
        UntrainedShare = NumberCheck.Fraction(untrainedShare);
        AccuracyLoss = NumberCheck.Between(accuracyLoss, -100, 100, "all points there are");
    }

    /// <summary>Number of the layer, from 0.</summary>
    public int Layer { get; }

    /// <summary>Number of the head in its layer, from 0.</summary>
    public int Head { get; }

    /// <summary>The name of the relation.</summary>
    public string Relation { get; }

    /// <summary>The weight from the place of the answer on the deciding word, mean over the sentences; from 0 to 1.</summary>
    public double Share { get; }

    /// <summary>The same in the model before training.</summary>
    public double UntrainedShare { get; }

    /// <summary>100 · (accuracy − accuracy with this head silenced), in points; below 0 where the model answers better without it.</summary>
    public double AccuracyLoss { get; }
}
