using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.TrainedModels;

public sealed class MaskedLanguageModelTests
{
    private const string Text = "near the river Anna found a bank , a kind of _";

    private static readonly MaskedLanguageModel Model = Tiny.Untrained;

    [Fact]
    public void Predictions_OfAReading_AreAllWordsByProbability_WhichSumToOne()
    {
        Reading reading = Model.Read(Text);
        Assert.Equal(Model.Vocabulary.Words.Order(StringComparer.Ordinal), reading.Predictions.Select(prediction => prediction.Word).Order(StringComparer.Ordinal));
        Assert.Equal(reading.Predictions.OrderByDescending(prediction => prediction.Probability), reading.Predictions);
        Assert.Equal(1, reading.Predictions.Sum(prediction => prediction.Probability), 1e-12);
        Assert.Equal(reading.Predictions[0], reading.Prediction);
        Assert.Equal(reading.Predictions[7].Probability, reading.ProbabilityOf(reading.Predictions[7].Word));
    }

    [Fact]
    public void Probabilities_OfAReading_AreThoseOfTheTransformerAtTheBlank()
    {
        string[] words = ["who", "paints", "?", "_", "."];
        TransformerResult<float> result = Model.Transformer.Run(Model.Vocabulary.Encode(words));
        double[] powers = [.. result.Logits.Column(3).Select(score => Math.Exp(score))];
        Reading reading = Model.Read(words);
        Assert.Equal(3, reading.Blank);
        Assert.Equal(Model.Vocabulary.Words[result.Predictions[3]], reading.Prediction.Word);
        Assert.All(Model.Vocabulary.Words.Index(), word => Assert.Equal(powers[word.Index] / powers.Sum(), reading.ProbabilityOf(word.Item), 1e-12));
    }

    [Fact]
    public void Map_OfAReading_HasAllHeadsAndTheWords()
    {
        AttentionMap map = Model.Read(Text).Map;
        Assert.Equal(Text.Split(' '), map.KeyLabels);
        Assert.Equal(Text.Split(' '), map.QueryLabels);
        Assert.Equal((Model.Transformer.Config.Layers, Model.Transformer.Config.Heads), (map.LayerNumbers.Count, map.HeadNumbers.Count));
    }

    [Fact]
    public void Text_OfAnySentenceOfTheCorpus_IsReadAsItsWords() =>
        Assert.All(Corpus.Draw(200, seed: 5), sentence => Assert.Equal(sentence.Words, Sentence.Parse(sentence.ToString()).Tokens));

    [Fact]
    public void Text_WithACapitalAtItsBeginning_IsRead() => Assert.Equal(Model.Read(Text).Predictions, Model.Read("N" + Text[1..]).Predictions);

    [Fact]
    public void Text_ThatCannotBeRead_IsRefused_AndTheMessageSaysWhy()
    {
        Refused("one blank, '_', where a word is to be said: it holds none", "near the river");
        Refused("it holds 2", "near the _ Anna found a _");
        Refused("'rivr' is unknown (near it: river", "near the rivr Anna found a _");
        Refused("'zxy' is unknown", "near the rivr Anna found a zxy _");
        Refused("at most 64 words and punctuation marks: it holds 66", string.Concat(Enumerable.Repeat("the ", 65)) + "_");
        Refused("at least one visible character", " ");
        BadInput.Refused("words", "must not hold null", () => Model.Read(["the", null!, "_"]));
        BadInput.Refused("words", "one blank", () => Model.Read(Array.Empty<string>()));
        BadInput.Refused("edits", "layers of the model", () => Model.Read(Text, [HeadEdit.Silence(9, 0)]));
        BadInput.Refused("answer", "'rivr' is unknown (near it: river", () => Model.Compare(Text, [], "rivr"));
        BadInput.Refused("word", "it is 'rivr'", () => Model.Read(Text).ProbabilityOf("rivr"));

        static void Refused(string essence, string text) => BadInput.Refused("text", essence, () => Model.Read(text));
    }

    [Fact]
    public void Model_OfOtherWords_IsRefused()
    {
        TransformerConfig config = Model.Transformer.Config with { VocabularySize = 2 };
        Transformer<float> two = Transformer.Create<float>(config, seed: 1);
        BadInput.Refused("vocabulary", "must hold the 2 words of the transformer: it holds 3", () => new MaskedLanguageModel(two, new Vocabulary(["_", "a", "b"])));
        BadInput.Refused("vocabulary", "must hold '_'", () => new MaskedLanguageModel(two, new Vocabulary(["a", "b"])));
        BadInput.Refused(
            "transformer", "must not cross-attend", () => new MaskedLanguageModel(Transformer.Create<float>(config with { CrossAttends = true }, seed: 1), new Vocabulary(["_", "a"])));
    }

    [Fact]
    public void Compare_WithASilencedHead_GivesBothReadingsAndTheLossOfTheAnswer()
    {
        HeadEdit[] edits = [HeadEdit.Silence(0, 1)];
        ReadingChange change = Model.Compare(Text, edits, "shore");
        Assert.Equal(Model.Read(Text).Predictions, change.Before.Predictions);
        Assert.Equal(Model.Read(Text, edits).Predictions, change.After.Predictions);
        Assert.NotEqual(change.Before.ProbabilityOf("shore"), change.After.ProbabilityOf("shore"));
        Assert.Equal(-Math.Log(change.Before.ProbabilityOf("shore")), change.LossBefore, 1e-5);
        Assert.Equal(-Math.Log(change.After.ProbabilityOf("shore")), change.LossAfter, 1e-5);
    }

    [Fact]
    public void Compare_WithoutAnAnswer_TakesWhatTheModelSays() =>
        Assert.Equal(Model.Read(Text).Prediction.Word, Model.Compare(Text, [HeadEdit.Silence(1, 0)]).Answer);
}
