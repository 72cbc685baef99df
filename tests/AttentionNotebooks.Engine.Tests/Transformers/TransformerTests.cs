using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Transformers;

public sealed class TransformerTests
{
    public static TheoryData<string> Models => TransformerCase.Names;

    [Theory]
    [MemberData(nameof(Models))]
    public void Predictions_OfManySentences_AreThoseOfEachByItself(string name)
    {
        Transformer<float> model = TransformerCase.Model<float>(name);
        Matrix<float>[]? sources = TransformerCase.Sources<float>(name);
        TransformerEvaluation together = model.Evaluate(TransformerCase.Examples, sources: sources);
        for (int index = 0; index < TransformerCase.Examples.Count; index++)
        {
            TransformerEvaluation alone = model.Evaluate([TransformerCase.Examples[index]], sources: sources is null ? null : [sources[index]]);
            Assert.Equal(alone.Predictions[0], together.Predictions[index]);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Run_OfASentence_SaysWhatEvaluateSays(string name)
    {
        Transformer<double> model = TransformerCase.Model<double>(name);
        TrainingExample example = TransformerCase.Examples[0];
        Matrix<double>? source = TransformerCase.Sources<double>(name)?[0];
        TransformerResult<double> run = model.Run(example.Tokens, source: source);
        foreach (TargetPrediction prediction in model.Evaluate([example], sources: source is null ? null : [source]).Predictions[0])
        {
            Assert.Equal(run.Predictions[prediction.Token], prediction.Prediction);
            Vector<double> scores = run.Logits.Column(prediction.Token);
            Assert.Equal(scores[prediction.Target] - Math.Log(scores.Sum(Math.Exp)), -prediction.Loss, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Map_OfASentence_HasWeightsOfEveryHead(string name)
    {
        Matrix<double>? source = TransformerCase.Sources<double>(name)?[0];
        TransformerResult<double> run = TransformerCase.Model<double>(name).Run([1, 4, 2], ["a", "b", "c"], source: source);
        Assert.Equal(["a", "b", "c"], run.Map.KeyLabels);
        Assert.Equal(["a", "b", "c"], run.Map.QueryLabels);
        AreWeights(run.Map, keys: 3, name);
        Assert.Equal(source is null, run.CrossMap is null);
        if (run.CrossMap is not { } cross) return;
        Assert.Null(cross.KeyLabels);
        Assert.Equal(["a", "b", "c"], cross.QueryLabels);
        AreWeights(cross, source!.ColumnCount, name);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Output_OfADecoder_DoesNotSeeTheFuture(string name)
    {
        Transformer<double> model = TransformerCase.Model<double>(name);
        Matrix<double>? source = TransformerCase.Sources<double>(name)?[0];
        Matrix<double> one = model.Run([1, 4, 2, 0], source: source).Output, other = model.Run([1, 4, 2, 6], source: source).Output;
        Assert.NotEqual(one.Column(3), other.Column(3));
        Assert.Equal(TransformerCase.Config(name).IsCausal, one.SubMatrix(0, one.RowCount, 0, 3).Equals(other.SubMatrix(0, one.RowCount, 0, 3)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Order_OfWords_MattersWherePositionsAreKnown(string name)
    {
        Transformer<double> model = TransformerCase.Model<double>(name);
        Matrix<double>? source = TransformerCase.Sources<double>(name)?[0];
        Vector<double> one = model.Run([1, 4, 2], source: source).Output.Column(2), other = model.Run([4, 1, 2], source: source).Output.Column(2);
        Assert.Equal(TransformerCase.Config(name).Positions == PositionKind.None, (one - other).L2Norm() < 1e-12);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Loss_OfStepsDownTheGradient_Falls(string name)
    {
        Transformer<float> model = Transformer.Create<float>(TransformerCase.Config(name), seed: 1);
        Matrix<float>[]? sources = TransformerCase.Sources<float>(name);
        ParameterGradients<float> gradients = new(model.Parameters);
        double before = model.Evaluate(TransformerCase.Examples, sources: sources).Loss;
        for (int step = 0; step < 60; step++)
        {
            gradients.Clear();
            model.AddGradients(TransformerCase.Examples, sources, 1.0 / TransformerCase.Examples.Sum(example => example.TargetCount), gradients);
            foreach (Parameter<float> parameter in model.Parameters) parameter.Values.Subtract(gradients[parameter] * 0.2f, parameter.Values);
        }

        Assert.InRange(model.Evaluate(TransformerCase.Examples, sources: sources).Loss, 0, 0.7 * before);
    }

    [Fact]
    public void Gradients_OfTwoParts_AddUpToThoseOfTheWhole()
    {
        Transformer<double> model = TransformerCase.Model<double>("decoder");
        ParameterGradients<double> whole = new(model.Parameters), parts = new(model.Parameters);
        double loss = model.AddGradients(TransformerCase.Examples, null, 0.25, whole);
        double sum = TransformerCase.Examples.Sum(example => ((ITrainable<double>)model).AddGradients([example], 0.25, parts));
        Assert.Equal(loss, sum, 1e-12);
        Assert.All(model.Parameters, parameter => Near.Equal(whole[parameter], parts[parameter], 1e-13, parameter.Name));
    }

    [Fact]
    public void Evaluation_OnAnyNumberOfThreads_IsTheSame()
    {
        Transformer<float> model = TransformerCase.Model<float>("encoder");
        TrainingExample[] many = [.. Enumerable.Repeat(TransformerCase.Examples, 3000).SelectMany(some => some)];
        TransformerEvaluation one = model.Evaluate(many, options: ThreadCounts.Options(1));
        ThreadCounts.AreWorthwhile(model.Parameters.Sum(parameter => (double)parameter.Count) * many.Sum(example => example.Tokens.Count));
        Assert.All(ThreadCounts.All, threads => Assert.Equal(
            one.Predictions.SelectMany(predictions => predictions), model.Evaluate(many, options: ThreadCounts.Options(threads)).Predictions.SelectMany(predictions => predictions)));
        Assert.Equal(18_000, one.TargetCount);
        Assert.Equal(one.Predictions.SelectMany(predictions => predictions).Average(prediction => prediction.IsRight ? 1.0 : 0), one.Accuracy, 1e-12);
        Assert.Equal(one.Predictions.SelectMany(predictions => predictions).Average(prediction => prediction.Loss), one.Loss, 1e-12);
        Assert.All(one.Predictions[0], prediction => Assert.Equal(Math.Exp(-prediction.Loss), prediction.TargetProbability));
    }

    [Fact]
    public void Evaluation_OfMoreThanABatch_GivesEachExampleItsSource()
    {
        const string Name = "decoder with cross-attention";
        Transformer<float> model = TransformerCase.Model<float>(Name);
        Matrix<float>[] sources = TransformerCase.Sources<float>(Name)!;
        IReadOnlyList<TargetPrediction>[] expected = [.. model.Evaluate(TransformerCase.Examples, sources: sources).Predictions];
        TransformerEvaluation many = model.Evaluate(
            [.. Enumerable.Range(0, 100).Select(index => TransformerCase.Examples[index % 3])], sources: [.. Enumerable.Range(0, 100).Select(index => sources[index % 3])]);
        for (int index = 0; index < 100; index++) Assert.Equal(expected[index % 3], many.Predictions[index]);
    }

    [Fact]
    public void Weights_OfASeed_AreThoseOfTheSeed()
    {
        TransformerConfig config = TransformerCase.Config("encoder");
        Matrix<double>[] one = Drawn(7), same = Drawn(7), other = Drawn(8);
        Bits.Same(one, same, "parameters");
        Assert.NotEqual(one[0], other[0]);

        Matrix<double>[] Drawn(int seed) => [.. Transformer.Create<double>(config, seed).Parameters.Select(parameter => parameter.Values)];
    }

    [Fact]
    public void Parameters_OfADecoder_AreNamedAsInPyTorch() => Assert.Equal(
        [
            "embedding.weight", "positions.weight", "layers.0.self_attn.in_proj_weight", "layers.0.self_attn.in_proj_bias", "layers.0.self_attn.out_proj.weight",
            "layers.0.self_attn.out_proj.bias", "layers.0.multihead_attn.in_proj_weight", "layers.0.multihead_attn.in_proj_bias", "layers.0.multihead_attn.out_proj.weight",
            "layers.0.multihead_attn.out_proj.bias", "layers.0.linear1.weight", "layers.0.linear1.bias", "layers.0.linear2.weight", "layers.0.linear2.bias",
            "layers.0.norm1.weight", "layers.0.norm1.bias", "layers.0.norm2.weight", "layers.0.norm2.bias", "layers.0.norm3.weight", "layers.0.norm3.bias",
            "norm.weight", "norm.bias", "head.weight",
        ],
        Transformer.Create<float>(TransformerCase.Config("decoder with cross-attention") with { Layers = 1 }, seed: 1).Parameters.Select(parameter => parameter.Name));

    [Fact]
    public void Model_OfGivenParameters_IsTheModelTheyCameFrom()
    {
        Transformer<float> model = TransformerCase.Model<float>("decoder");
        Transformer<float> copy = Transformer.Create(model.Config, model.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Values));
        Matrix<float> expected = model.Run([1, 4, 2]).Logits;
        Bits.Same([expected], [copy.Run([1, 4, 2]).Logits], "logits");
        model.Parameters[0].Values.Clear();
        Bits.Same([expected], [copy.Run([1, 4, 2]).Logits], "logits after a change of the original");
    }

    private static void AreWeights(AttentionMap map, int keys, string name)
    {
        TransformerConfig config = TransformerCase.Config(name);
        Assert.Equal((config.Layers, config.Heads, keys, 3), (map.LayerNumbers.Count, map.HeadNumbers.Count, map.Keys, map.Queries));
        Assert.All(map.Weights.SelectMany(layer => layer).SelectMany(head => head.ColumnSums()), sum => Assert.Equal(1, sum, 1e-12));
        Assert.All(map.Weights.SelectMany(layer => layer).SelectMany(head => head.Enumerate()), weight => Assert.InRange(weight, 0, 1));
    }
}
