namespace AttentionNotebooks;

/// <summary>What one head was measured to do for each relation.</summary>
public sealed class HeadReport
{
    /// <summary>A head is idle only where silencing it changes no relation's accuracy by so many points.</summary>
    public static double IdleAccuracyLoss => 1;

    /// <summary>A head is idle only where its share on the deciding word of no relation is so much above both chance and the untrained model: 0.1 is ten per cent of its weight.</summary>
    public static double IdleShareGain => 0.1;

    internal HeadReport(IReadOnlyList<HeadOnRelation> relations, IReadOnlyList<MeasuredRelation> measured)
    {
        Relations = relations;
        Needed = [.. relations.Where(one => Math.Abs(one.AccuracyLoss) >= IdleAccuracyLoss)];
        Seen = [.. relations.Zip(measured).Where(pair => Looks(pair.First, pair.Second)).Select(pair => pair.First)];
    }

    /// <summary>Number of the layer, from 0.</summary>
    public int Layer => Relations[0].Layer;

    /// <summary>Number of the head in its layer, from 0.</summary>
    public int Head => Relations[0].Head;

    /// <summary>One entry a relation, in the order of the report.</summary>
    public IReadOnlyList<HeadOnRelation> Relations { get; }

    /// <summary>The relations whose accuracy changes by <see cref="IdleAccuracyLoss"/> points or more without this head.</summary>
    public IReadOnlyList<HeadOnRelation> Needed { get; }

    /// <summary>The relations on whose deciding word its share is <see cref="IdleShareGain"/> or more above both chance and the untrained model.</summary>
    public IReadOnlyList<HeadOnRelation> Seen { get; }

    /// <summary>True where the head does nothing that was measured: no relation is <see cref="Needed"/>, and none <see cref="Seen"/>.</summary>
    public bool IsIdle => Needed.Count + Seen.Count == 0;

    private static bool Looks(HeadOnRelation one, MeasuredRelation relation) => one.Share - Math.Max(relation.ChanceShare, one.UntrainedShare) >= IdleShareGain;
}
