using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.TrainedModels;

public sealed class TrainingRecipeTests
{
    [Fact]
    public void TinyModel_TrainedForSomeSeconds_LearnsRhymes()
    {
        TrainedModel model = Tiny.Recipe.Train();
        IReadOnlyList<TrainingPoint> points = model.History.Points;
        Assert.Equal(Math.Log(Corpus.Vocabulary.Count), points[0].Loss, 0.5);
        Assert.True(points[^1].Loss < 1, $"The last loss is {points[^1].Loss}.");
        Assert.True(points[^1].HeldOutLoss < 1, $"The last loss on held-out sentences is {points[^1].HeldOutLoss}.");

        MeasuredRelation rhyme = model.Figures["rhyme"];
        Assert.True(rhyme.Accuracy > 0.9 && rhyme.ChanceAccuracy < 0.2, $"Accuracy is {rhyme.Accuracy}, by chance {rhyme.ChanceAccuracy}.");
        HeadOnRelation head = model.Figures.BestHead("rhyme");
        Assert.True(head.Share > 3 * Math.Max(rhyme.ChanceShare, head.UntrainedShare), $"The greatest share is {head.Share}.");
        Assert.True(head.AccuracyLoss > 10, $"Silencing the head costs {head.AccuracyLoss} points.");
    }

    [Fact]
    public void Training_OnAnyNumberOfThreads_GivesTheSameModel()
    {
        TrainingOptions options = Tiny.Recipe.Options with { Steps = 4, WarmUpSteps = 1, BatchSize = 40 };
        TrainedModel one = (Tiny.Recipe with { Options = options with { MaxDegreeOfParallelism = 1 } }).Train();
        TrainedModel two = (Tiny.Recipe with { Options = options with { MaxDegreeOfParallelism = 2 } }).Train();
        Bits.Same([.. one.Transformer.Parameters.Select(parameter => parameter.Values)], [.. two.Transformer.Parameters.Select(parameter => parameter.Values)], "parameters");
        Assert.Equal(one.Figures.Relations, two.Figures.Relations);
    }

    [Fact]
    public void Training_OfAnUnknownRelation_IsRefused() => BadInput.Refused("relation", "it is 'spelling'", () => (Tiny.Recipe with { Relation = "spelling" }).Train());
}
