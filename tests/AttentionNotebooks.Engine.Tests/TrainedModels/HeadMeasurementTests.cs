using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.TrainedModels;

public sealed class HeadMeasurementTests
{
    private const int Sentences = 70;

    private static readonly TrainedModel Model = Tiny.Begun;

    private static readonly RelationReport Report = HeadMeasurement.Run(Model, Tiny.Untrained, ["attachment", "rhyme"], Sentences, seed: 4, options: null);

    [Fact]
    public void Relations_Measured_HaveTheAccuracyOfReadingEachSentence()
    {
        foreach (MeasuredRelation relation in Report.Relations)
        {
            IReadOnlyList<CorpusSentence> sentences = Drawn(relation.Name);
            Assert.Equal(Sentences, relation.Sentences);
            Assert.Equal(Corpus.ChanceAccuracy(relation.Name), relation.ChanceAccuracy);
            Assert.Equal(sentences.Average(sentence => 1.0 / sentence.Words.Count), relation.ChanceShare, 1e-12);
            Assert.Equal(Right(sentences, null) / (double)Sentences, relation.Accuracy, 1e-12);
        }
    }

    [Fact]
    public void Heads_Measured_HaveTheMeanShareOfTheirMaps()
    {
        foreach (HeadOnRelation one in Report.Heads.SelectMany(head => head.Relations))
        {
            Assert.Equal(MeanShare(Model, one), one.Share, 1e-6);
            Assert.Equal(MeanShare(Tiny.Untrained, one), one.UntrainedShare, 1e-6);
        }
    }

    [Fact]
    public void Heads_Measured_HaveThePointsThatAreLostWhenTheyAreSilenced() => Assert.All(Report.Heads.SelectMany(head => head.Relations), one =>
    {
        IReadOnlyList<CorpusSentence> sentences = Drawn(one.Relation);
        int lost = Right(sentences, null) - Right(sentences, [HeadEdit.Silence(one.Layer, one.Head)]);
        Assert.Equal(100.0 * lost / Sentences, one.AccuracyLoss, 1e-9);
    });

    [Fact]
    public void Measurement_OnAnyNumberOfThreads_IsTheSame() => Assert.All(ThreadCounts.All, threads =>
    {
        RelationReport again = HeadMeasurement.Run(Model, Tiny.Untrained, ["attachment", "rhyme"], Sentences, seed: 4, ThreadCounts.Options(threads));
        Assert.Equal(Report.Relations, again.Relations);
        Assert.Equal(Report.Heads.SelectMany(head => head.Relations), again.Heads.SelectMany(head => head.Relations));
    });

    [Fact]
    public void Measure_Again_GivesTheFiguresOfTheModel()
    {
        RelationReport again = Model.Measure();
        Assert.Equal(Model.Figures.Relations, again.Relations);
        Assert.Equal(Model.Figures.Heads.SelectMany(head => head.Relations), again.Heads.SelectMany(head => head.Relations));
    }

    [Fact]
    public void Measure_OfOtherSentences_DiffersFromTheFigures() => Assert.NotEqual(Model.Figures.Relations[0].ChanceShare, Model.Measure(seed: 2).Relations[0].ChanceShare);

    [Fact]
    public void Measure_OfNoSentence_IsRefused() => BadInput.Refused("sentences", "0", () => Model.Measure(0));

    [Fact]
    public void Measure_Cancelled_Throws() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Model.Measure(options: new() { CancellationToken = new CancellationToken(canceled: true) }));

    private static IReadOnlyList<CorpusSentence> Drawn(string relation) => Corpus.Draw(Sentences, seed: 4, relation, heldOut: true);

    private static int Right(IEnumerable<CorpusSentence> sentences, IReadOnlyList<HeadEdit>? edits) =>
        sentences.Count(sentence => sentence.Answers.Contains(Model.Read(sentence.ToString(), edits).Prediction.Word));

    private static double MeanShare(MaskedLanguageModel model, HeadOnRelation one) =>
        Drawn(one.Relation).Average(sentence => model.Read(sentence.Words).Map[one.Layer, one.Head][sentence.Deciding, sentence.Blank]);
}
