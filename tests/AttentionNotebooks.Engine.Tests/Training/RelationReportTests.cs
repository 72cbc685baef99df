using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class RelationReportTests
{
    private readonly RelationReport report = RelationSamples.Report();

    [Fact]
    public void Heads_GivenInAnyOrder_StandLayerByLayerWithTheRelationsInOrder()
    {
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], report.Heads.Select(head => (head.Layer, head.Head)));
        Assert.All(report.Heads, head => Assert.Equal(["rhyme", "sense"], head.Relations.Select(one => one.Relation)));
    }

    [Fact]
    public void Lookups_OfAHeadAndARelation_FindThem()
    {
        Assert.Equal(0.19, report[0, 1, "rhyme"].Share);
        Assert.Equal(0.3, report["sense"].ChanceShare);
        Assert.Equal(41, report[0, 1].Relations[0].AccuracyLoss);
    }

    [Fact]
    public void Lookups_OfWhatIsNotThere_AreRefused()
    {
        BadInput.Refused("relation", "rhyme, sense: it is 'bank'", () => report["bank"]);
        BadInput.Refused("relation", "bank", () => report[0, 0, "bank"]);
        BadInput.Refused("head", "no head 2 in a layer 1", () => report[1, 2, "rhyme"]);
    }

    [Fact]
    public void BestAndCostliestHead_OfARelation_AreThoseOfTheGreatestShareAndLoss()
    {
        Assert.Equal((1, 0), Place(report.BestHead("rhyme")));
        Assert.Equal((0, 1), Place(report.CostliestHead("rhyme")));
        Assert.Equal((1, 1), Place(report.BestHead("sense")));
    }

    /// <summary>Below one point in either direction, and below ten per cent above chance and above the untrained model.</summary>
    [Fact]
    public void IdleHeads_OfTheRule_AreThoseThatNeitherLookNorAreNeeded()
    {
        Assert.Equal([(0, 0)], report.IdleHeads.Select(head => (head.Layer, head.Head)));
        Assert.Equal(["rhyme"], report[0, 1].Needed.Select(one => one.Relation));
        Assert.Empty(report[0, 1].Seen);
        Assert.Equal(["rhyme"], report[1, 0].Seen.Select(one => one.Relation));
        Assert.Equal(["sense"], report[1, 1].Seen.Select(one => one.Relation));
    }

    [Fact]
    public void Head_WithoutWhichTheModelAnswersBetter_IsNotIdle()
    {
        RelationReport harmful = new([RelationSamples.Relation("rhyme")], [new HeadOnRelation(0, 0, "rhyme", 0.1, 0.1, accuracyLoss: -3)]);
        Assert.Empty(harmful.IdleHeads);
    }

    [Fact]
    public void Measurements_ChangedByTheCaller_StayAsTheyWere()
    {
        MeasuredRelation[] relations = [RelationSamples.Relation("rhyme"), RelationSamples.Relation("sense")];
        RelationReport copied = new(relations, RelationSamples.Heads());
        relations[0] = RelationSamples.Relation("other");
        Assert.Equal("rhyme", copied.Relations[0].Name);
    }

    [Fact]
    public void Arguments_Wrong_AreRefused()
    {
        MeasuredRelation rhyme = RelationSamples.Relation("rhyme");
        HeadOnRelation head = new(0, 0, "rhyme", 0.5, 0.5, 0);
        BadInput.Refused("relations", "is empty", () => new RelationReport([], [head]));
        BadInput.Refused("relations", "null", () => new RelationReport([null!], [head]));
        BadInput.Refused("relations", "'rhyme' occurs twice", () => new RelationReport([rhyme, rhyme], [head]));
        BadInput.Refused("heads", "is empty", () => new RelationReport([rhyme], []));
        BadInput.Refused("heads", "null", () => new RelationReport([rhyme], [null!]));
        BadInput.Refused("heads", "'rhyme' 2 times", () => new RelationReport([rhyme], [head, head]));
        BadInput.Refused("heads", "'sense' 0 times", () => new RelationReport([rhyme, RelationSamples.Relation("sense")], [head]));
        BadInput.Refused("heads", "has 'rhyme'", () => new RelationReport([RelationSamples.Relation("sense")], [head]));
    }

    [Fact]
    public void Numbers_OutOfTheirRange_AreRefused()
    {
        BadInput.Refused("name", "", () => new MeasuredRelation(" ", 1, 0, 0, 0));
        BadInput.Refused("sentences", "", () => new MeasuredRelation("rhyme", 0, 0, 0, 0));
        BadInput.Refused("chanceShare", "from 0 to 1", () => new MeasuredRelation("rhyme", 1, -0.1, 0, 0));
        BadInput.Refused("accuracy", "from 0 to 1", () => new MeasuredRelation("rhyme", 1, 0, 97, 0));
        BadInput.Refused("chanceAccuracy", "from 0 to 1", () => new MeasuredRelation("rhyme", 1, 0, 0, double.NaN));
        BadInput.Refused("layer", "", () => new HeadOnRelation(-1, 0, "rhyme", 0, 0, 0));
        BadInput.Refused("head", "", () => new HeadOnRelation(0, -1, "rhyme", 0, 0, 0));
        BadInput.Refused("relation", "", () => new HeadOnRelation(0, 0, "", 0, 0, 0));
        BadInput.Refused("share", "from 0 to 1", () => new HeadOnRelation(0, 0, "rhyme", 1.1, 0, 0));
        BadInput.Refused("untrainedShare", "from 0 to 1", () => new HeadOnRelation(0, 0, "rhyme", 0, -1, 0));
        BadInput.Refused("accuracyLoss", "from -100", () => new HeadOnRelation(0, 0, "rhyme", 0, 0, 101));
        BadInput.Refused("accuracyLoss", "from -100", () => new HeadOnRelation(0, 0, "rhyme", 0, 0, double.NaN));
    }

    private static (int Layer, int Head) Place(HeadOnRelation one) => (one.Layer, one.Head);
}
