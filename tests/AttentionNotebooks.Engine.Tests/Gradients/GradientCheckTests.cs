using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Gradients;

public sealed class GradientCheckTests
{
    private static readonly LabelledMatrix<double> Input = new(Samples.DrawMatrix<double>(4, 3, seed: 1), "Input", "I", columnLabels: ["the", "old", "bank"]);

    private static readonly AttentionTrace<double> Trace = SelfAttention.Random(4, 2, seed: 1).Trace(Input, mask: AttentionMask.Causal);

    private static readonly Loss<double> SquaredError = Loss.SquaredError(Samples.DrawMatrix<double>(2, 3, seed: 2));

    [Fact]
    public void Check_OfAGradient_HasBothMatricesWithLabels()
    {
        GradientCheck check = GradientCheck.Of(Trace, SquaredError, AttentionQuantity.Queries);

        Assert.Equal(AttentionQuantity.Queries, check.Quantity);
        Assert.Equal(Trace.Backward(SquaredError.Gradient(Trace.Output)).Queries.Values, check.Gradient.Values);
        Assert.Equal(("Gradient of queries", "dL/dQ", new Shape(2, 3)), (check.Gradient.Name, check.Gradient.Symbol, check.Gradient.Shape));
        Assert.Equal(("Differences for queries", "ΔL/ΔQ", new Shape(2, 3)), (check.Differences.Name, check.Differences.Symbol, check.Differences.Shape));
        Assert.Equal(Input.ColumnLabels, check.Differences.ColumnLabels);
        Assert.InRange(check.GreatestRelativeError, double.Epsilon, 1e-8);
    }

    [Fact]
    public void Check_OfAWrongGradient_FindsItsError()
    {
        Loss<double> wrong = Loss.Custom<double>(SquaredError.Of, output => 2 * SquaredError.Gradient(output));
        Assert.All([AttentionQuantity.Output, AttentionQuantity.Weights, AttentionQuantity.KeyWeights], quantity =>
            Assert.Equal(0.5, GradientCheck.Of(Trace, wrong, quantity).GreatestRelativeError, 1e-6));
    }

    [Fact]
    public void Check_WhereNothingMatters_HasNoError()
    {
        GradientCheck check = GradientCheck.Of(Trace, Loss.Custom<double>(_ => 3, output => 0 * output), AttentionQuantity.Scores);
        Assert.Equal(0, check.GreatestRelativeError);
        Assert.All(check.Differences.Values.Enumerate(), entry => Assert.Equal(0, entry));
    }

    [Fact]
    public void Check_OfAGradientThatIsZero_DoesNotTakeRoundingsForAnError()
    {
        AttentionTrace<double> trace = Trace.Attention.With(new ProjectionBiases<double> { Key = Samples.DrawVector<double>(2, seed: 3) }).Trace(Input);
        GradientCheck check = GradientCheck.Of(trace, SquaredError, AttentionQuantity.KeyBias);
        Assert.All(check.Gradient.Values.Enumerate(), entry => Assert.Equal(0, entry, 1e-15));
        Assert.InRange(check.GreatestRelativeError, 0, 1e-6);
    }

    [Fact]
    public void Check_OfATrace_LeavesItAsItIs()
    {
        Matrix<double>[] before = [Trace.Queries.Values.Clone(), Trace.Attention.QueryWeights.Clone(), Input.Values.Clone()];
        foreach (AttentionQuantity quantity in new[] { AttentionQuantity.Queries, AttentionQuantity.QueryWeights, AttentionQuantity.Input })
            GradientCheck.Of(Trace, SquaredError, quantity);
        Matrix<double>[] after = [Trace.Queries.Values, Trace.Attention.QueryWeights, Input.Values];
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData(AttentionQuantity.Source)]
    [InlineData(AttentionQuantity.RotatedKeys)]
    [InlineData(AttentionQuantity.QueryBias)]
    [InlineData(AttentionQuantity.BilinearWeights)]
    [InlineData(AttentionQuantity.OutputWeights)]
    public void Quantity_ThatTheTraceLacks_IsRefusedByName(AttentionQuantity quantity) =>
        BadInput.Refused("quantity", $"quantity must be a matrix of this trace: it has no {quantity}.", () => GradientCheck.Of(Trace, SquaredError, quantity));

    [Fact]
    public void Layer_OfOneHead_HasNoSecond()
    {
        MultiHeadTrace<double> layer = MultiHeadAttention.Random(4, 1, seed: 1).Trace(Input);
        Loss<double> loss = Loss.SquaredError(Input.Values);
        BadInput.Refused("head", "head must be from 0 to 0", () => GradientCheck.Of(layer, loss, AttentionQuantity.Keys, head: 1));
        BadInput.Refused("quantity", "it has no OutputBias", () => GradientCheck.Of(layer, loss, AttentionQuantity.OutputBias));
    }
}
