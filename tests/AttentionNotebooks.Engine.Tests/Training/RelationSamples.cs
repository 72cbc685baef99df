namespace AttentionNotebooks.Engine.Tests.Training;

/// <summary>A report of two layers with two heads and two relations.</summary>
internal static class RelationSamples
{
    public static MeasuredRelation Relation(string name, double chanceShare = 0.1) => new(name, sentences: 200, chanceShare, accuracy: 0.97, chanceAccuracy: 0.5);

    public static HeadOnRelation[] Heads() =>
    [
        new(1, 0, "rhyme", share: 0.7, untrainedShare: 0.1, accuracyLoss: 30),
        new(0, 0, "rhyme", share: 0.15, untrainedShare: 0.08, accuracyLoss: 0.9),
        new(0, 1, "rhyme", share: 0.19, untrainedShare: 0.08, accuracyLoss: 41),
        new(1, 1, "rhyme", share: 0.7, untrainedShare: 0.65, accuracyLoss: -0.5),
        new(0, 0, "sense", share: 0.4, untrainedShare: 0.35, accuracyLoss: -0.9),
        new(0, 1, "sense", share: 0.1, untrainedShare: 0.1, accuracyLoss: 0),
        new(1, 0, "sense", share: 0.2, untrainedShare: 0.2, accuracyLoss: 0),
        new(1, 1, "sense", share: 0.42, untrainedShare: 0.3, accuracyLoss: 0),
    ];

    public static RelationReport Report() => new([Relation("rhyme"), Relation("sense", chanceShare: 0.3)], Heads());
}
