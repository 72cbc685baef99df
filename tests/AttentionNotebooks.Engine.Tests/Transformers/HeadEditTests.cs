using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Transformers;

public sealed class HeadEditTests
{
    private static readonly int[] Words = [1, 4, 2, 0, 6];

    public static TheoryData<string> Models => TransformerCase.Names;

    [Theory]
    [MemberData(nameof(Models))]
    public void Head_Silenced_IsOneWhoseColumnsOfOutputWeightsAreZero(string name)
    {
        Transformer<double> model = TransformerCase.Model<double>(name), cut = TransformerCase.Model<double>(name);
        Matrix<double>? source = TransformerCase.Sources<double>(name)?[0];
        TransformerResult<double> silenced = model.Run(Words, edits: [HeadEdit.Silence(1, 2)], source: source);
        Parameter<double> joined = cut.Parameters.Single(parameter => parameter.Name == "layers.1.self_attn.out_proj.weight");
        joined.Values.ClearColumns(4, 5);
        TransformerResult<double> expected = cut.Run(Words, source: source);
        Near.Equal(expected.Output, silenced.Output, 1e-13, "output");
        Near.Equal(expected.Map[1, 2], silenced.Map[1, 2], 1e-13, "weights of the head");
        Assert.NotEqual(model.Run(Words, source: source).Output, silenced.Output);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Pattern_ReplacedByItself_ChangesNothing(string name)
    {
        Transformer<double> model = TransformerCase.Model<double>(name);
        Matrix<double>? source = TransformerCase.Sources<double>(name)?[0];
        TransformerResult<double> before = model.Run(Words, source: source);
        HeadEdit[] edits = [.. Enumerable.Range(0, 4).Select(head => HeadEdit.ReplacePattern(0, head, before.Map[0, head]))];
        TransformerResult<double> after = model.Run(Words, edits: edits, source: source);
        Near.Equal(before.Output, after.Output, 1e-12, "output");
        Near.Equal(before.Map[1, 3], after.Map[1, 3], 1e-12, "weights of the next layer");
    }

    [Fact]
    public void Pattern_Replaced_IsInTheMapAndDecidesTheOutput()
    {
        Transformer<double> model = TransformerCase.Model<double>("decoder");
        Matrix<double> first = Matrix<double>.Build.Dense(5, 5, (key, _) => key == 0 ? 1 : 0);
        TransformerResult<double> before = model.Run(Words), after = model.Run(Words, edits: [HeadEdit.ReplacePattern(0, 1, first)]);
        Assert.Equal(first, after.Map[0, 1]);
        Assert.Equal(before.Map[0, 0], after.Map[0, 0]);
        Assert.NotEqual(before.Output.Column(4), after.Output.Column(4));

        // The first token of a decoder has looked at itself alone before, too.
        Near.Equal(before.Output.Column(0), after.Output.Column(0), 1e-13, "output of the first token");
    }

    [Fact]
    public void Pattern_ChangedAfterwards_IsAsItWas()
    {
        Transformer<double> model = TransformerCase.Model<double>("encoder");
        Matrix<double> pattern = Matrix<double>.Build.DenseIdentity(5);
        HeadEdit edit = HeadEdit.ReplacePattern(0, 1, pattern);
        pattern.Clear();
        Assert.Equal(Matrix<double>.Build.DenseIdentity(5), model.Run(Words, edits: [edit]).Map[0, 1]);
    }

    [Fact]
    public void Edits_OfOneHead_TheLaterCounts()
    {
        Transformer<double> model = TransformerCase.Model<double>("encoder");
        HeadEdit silence = HeadEdit.Silence(0, 1), replace = HeadEdit.ReplacePattern(0, 1, Matrix<double>.Build.DenseIdentity(5));
        Assert.Equal(model.Run(Words, edits: [silence]).Output, model.Run(Words, edits: [replace, silence]).Output);
        Assert.Equal(model.Run(Words, edits: [replace]).Output, model.Run(Words, edits: [silence, replace]).Output);
    }

    [Fact]
    public void Evaluation_WithEdits_IsThatOfRunsWithEdits()
    {
        Transformer<double> model = TransformerCase.Model<double>("encoder");
        HeadEdit[] edits = [HeadEdit.Silence(0, 1), HeadEdit.Silence(1, 3)];
        TransformerEvaluation evaluation = model.Evaluate(TransformerCase.Examples, edits);
        for (int index = 0; index < TransformerCase.Examples.Count; index++)
            Assert.Equal(model.Compare(TransformerCase.Examples[index], edits).PredictionsAfter, evaluation.Predictions[index]);
        Assert.NotEqual(model.Evaluate(TransformerCase.Examples).Loss, evaluation.Loss);
    }

    [Fact]
    public void Comparison_OfAnEdit_HoldsBothRunsAndTheirDifference()
    {
        Transformer<double> model = TransformerCase.Model<double>("decoder");
        TrainingExample example = TransformerCase.Examples[0];
        HeadEdit edit = HeadEdit.Silence(0, 0);
        EditEffect<double> effect = model.Compare(example, [edit], ["a", "b", "c", "d", "e"]);
        Assert.Equal([edit], effect.Edits);
        Assert.Equal(model.Run(example.Tokens).Logits, effect.Before.Logits);
        Assert.Equal(model.Run(example.Tokens, edits: [edit]).Logits, effect.After.Logits);
        Assert.Equal("a", effect.After.Map.KeyLabels![0]);
        Assert.Equal(effect.After.Output - effect.Before.Output, effect.OutputDifference);
        Assert.Equal(Math.Sqrt(effect.OutputDifference.Enumerate().Sum(entry => entry * entry)), effect.OutputDistance, 1e-12);
        Assert.Equal(model.Evaluate([example]).Loss, effect.LossBefore, 1e-12);
        Assert.Equal(model.Evaluate([example], [edit]).Loss, effect.LossAfter, 1e-12);
        Assert.Equal([1, 3, 4], effect.PredictionsBefore.Select(prediction => prediction.Token));
        Assert.Equal([3, 5, 0], effect.PredictionsAfter.Select(prediction => prediction.Target));
    }
}
