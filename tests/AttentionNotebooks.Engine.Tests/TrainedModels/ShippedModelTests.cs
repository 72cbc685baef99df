namespace AttentionNotebooks.Engine.Tests.TrainedModels;

/// <summary>The model that comes with the package is what it is said to be.</summary>
public sealed class ShippedModelTests
{
    /// <summary>Other processors round otherwise: an answer in a hundred may turn, and a share may move by a hundredth.</summary>
    private const double ShareTolerance = 0.01, PointTolerance = 1;

    private static readonly TrainedModel Model = TrainedModel.Load();

    private static readonly RelationReport Measured = Model.Measure();

    [Fact]
    public void File_IsAtMostTwoMegabytes()
    {
        using Stream? file = typeof(TrainedModel).Assembly.GetManifestResourceStream("heads.safetensors");
        Assert.InRange(file!.Length, 1, 2_000_000);
    }

    [Fact]
    public void Words_AreThoseOfTheCorpus() => Assert.Equal(Corpus.Vocabulary.Words, Model.Vocabulary.Words);

    [Fact]
    public void Shape_IsThatOfTheRecipe() => Assert.Equal((new TrainingRecipe().Config, new TrainingRecipe().Options.Seed), (Model.Transformer.Config, Model.Seed));

    [Fact]
    public void Figures_OfTheRelations_AreMeasuredAgain()
    {
        Assert.Equal(Corpus.Relations, Model.Figures.Relations.Select(relation => relation.Name));
        foreach ((MeasuredRelation told, MeasuredRelation measured) in Model.Figures.Relations.Zip(Measured.Relations))
        {
            Assert.Equal((told.Name, told.Sentences), (measured.Name, measured.Sentences));
            Assert.Equal(told.Accuracy, measured.Accuracy, PointTolerance / 100);
            Assert.Equal(told.ChanceAccuracy, measured.ChanceAccuracy, 1e-12);
            Assert.Equal(told.ChanceShare, measured.ChanceShare, 1e-12);
        }
    }

    [Fact]
    public void Figures_OfTheHeads_AreMeasuredAgain()
    {
        foreach ((HeadReport told, HeadReport measured) in Model.Figures.Heads.Zip(Measured.Heads))
        {
            foreach ((HeadOnRelation one, HeadOnRelation again) in told.Relations.Zip(measured.Relations))
            {
                Assert.Equal((one.Layer, one.Head, one.Relation), (again.Layer, again.Head, again.Relation));
                Assert.Equal(one.Share, again.Share, ShareTolerance);
                Assert.Equal(one.UntrainedShare, again.UntrainedShare, ShareTolerance);
                Assert.Equal(one.AccuracyLoss, again.AccuracyLoss, 2 * PointTolerance);
            }
        }
    }

    [Theory]
    [InlineData("who did what")]
    [InlineData("rhyme")]
    [InlineData("homonym")]
    public void Relation_OfTheTargets_IsAnsweredAndHasItsHead(string relation)
    {
        Assert.True(Measured[relation].Accuracy >= 0.95, $"Accuracy is {Measured[relation].Accuracy}.");
        Assert.Contains(Measured.Heads, head => Measured[head.Layer, head.Head, relation] is { Share: >= 0.6, AccuracyLoss: >= 20 });
    }

    [Fact]
    public void Homonym_ReadBesideDifferentWords_IsSaidToBeOfDifferentKinds()
    {
        Assert.Equal("shore", Model.Read("near the river Anna found a bank , a kind of _").Prediction.Word);
        Assert.Equal("lender", Model.Read("near the loan Anna found a bank , a kind of _").Prediction.Word);
    }
}
