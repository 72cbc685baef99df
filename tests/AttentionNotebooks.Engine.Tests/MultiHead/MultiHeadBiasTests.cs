using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.MultiHead;

/// <summary>The biases of a layer: those of the heads one below the other, and b^o.</summary>
public sealed class MultiHeadBiasTests
{
    private const int Heads = 4, Groups = 2, Size = 3, Model = 12;

    [Fact]
    public void Biases_OfALayer_AreCutIntoThoseOfTheHeads()
    {
        ProjectionBiases<double> stacked = Stacked<double>();
        MultiHeadAttention<double> layer = Bare<double>().With(stacked);

        for (int head = 0; head < Heads; head++)
        {
            int group = head * Groups / Heads;
            Assert.Equal(stacked.Query!.SubVector(head * Size, Size), layer.Heads[head].QueryBias);
            Assert.Equal(stacked.Key!.SubVector(group * Size, Size), layer.Heads[head].KeyBias);
            Assert.Equal(stacked.Value!.SubVector(group * Size, Size), layer.Heads[head].ValueBias);
        }
    }

    [Fact]
    public void Output_OfALayerWithBiases_IsTheFormula()
    {
        IsTheFormula<float>();
        IsTheFormula<double>();
    }

    [Fact]
    public void Attend_WithBiases_HasTheBitsOfTraceAndOfTheHeads()
    {
        MultiHeadAttention<float> layer = Biased<float>(size: 4).With(new RotaryPositions(layout: RotaryLayout.Halves));
        Matrix<float> input = Samples.DrawMatrix<float>(Model, 300, seed: 7), into = Matrix<float>.Build.Dense(Model, 300, float.NaN);
        MultiHeadTrace<float> trace = layer.Trace(input, mask: AttentionMask.Causal);
        layer.AttendInto(into, input, mask: AttentionMask.Causal);

        Bits.Same([trace.Output.Values, trace.Output.Values], [layer.Attend(input, mask: AttentionMask.Causal), into], "O");
        Assert.All(trace.Heads, head => Bits.Same([head.Output.Values], [head.Attention.Attend(input, mask: AttentionMask.Causal)], "O of a head"));
    }

    [Fact]
    public void Shares_AndTheBias_AddUpToTheOutput()
    {
        MultiHeadTrace<double> trace = Biased<double>().Trace(Samples.DrawMatrix<double>(Model, 5, seed: 7));
        Matrix<double> sum = trace.Shares.Select(share => share.Values).Aggregate((left, right) => left + right);

        Vector<double> bias = trace.Attention.OutputBias!;
        double bound = RoundingBound.Joined(trace.Attention.OutputWeights, trace.Concatenated.Values, headBound: 0, bias);
        Near.Equal(sum.MapIndexed((row, _, entry) => entry + bias[row]), trace.Output.Values, bound, "O");
    }

    [Fact]
    public void NoBiases_GivenInPlaceOfOthers_LeaveTheBitsOfALayerWithoutAny()
    {
        Matrix<double> input = Samples.DrawMatrix<double>(Model, 5, seed: 7);
        MultiHeadAttention<double> bare = Biased<double>().With(new ProjectionBiases<double>()).WithOutputBias(null);

        Assert.Null(bare.OutputBias);
        Bits.Same([Bare<double>().Attend(input)], [bare.Attend(input)], "O");
    }

    [Fact]
    public void Rules_OfALayerWithBiases_KeepThem()
    {
        MultiHeadAttention<double> layer = Biased<double>(), other = layer.With(Normalisation.Relu()).With(Score.DotProduct()).With(Alibi.ForHeads(Heads));

        Assert.Same(layer.OutputBias, other.OutputBias);
        Assert.Equal(layer.Heads.Select(head => head.ValueBias), other.Heads.Select(head => head.ValueBias));
    }

    [Fact]
    public void HeadsOfDifferentSizes_WithBiases_HaveEachItsOwn()
    {
        SelfAttention<double> wide = SelfAttention.Random(5, 4, seed: 1), narrow = SelfAttention.Random(5, 2, seed: 2, valueSize: 3);
        MultiHeadAttention<double> layer = MultiHeadAttention.FromHeads([wide, narrow], Samples.DrawMatrix<double>(5, 7, seed: 3))
            .With(new ProjectionBiases<double> { Query = Count(6), Value = Count(7) });

        Assert.Equal([1, 2, 3, 4], layer.Heads[0].QueryBias!);
        Assert.Equal([5, 6], layer.Heads[1].QueryBias!);
        Assert.Equal([5, 6, 7], layer.Heads[1].ValueBias!);
        Assert.All(layer.Heads, head => Assert.Null(head.KeyBias));
    }

    [Fact]
    public void Heads_ThatHaveBiases_KeepThemInALayer()
    {
        SelfAttention<double> head = SelfAttention.Random(5, 2, seed: 1).With(new ProjectionBiases<double> { Query = Count(2) });
        Assert.Equal([1, 2], MultiHeadAttention.FromHeads([head], Samples.DrawMatrix<double>(5, 2, seed: 3)).Heads[0].QueryBias!);
    }

    [Fact]
    public void OutputBias_WrittenIntoLater_IsNotThatOfTheLayer()
    {
        Vector<double> bias = Count(Model);
        MultiHeadAttention<double> layer = Bare<double>().WithOutputBias(bias);
        bias[0] = double.NaN;

        Assert.Equal(Count(Model), layer.OutputBias);
    }

    [Fact]
    public void Biases_OfAnotherSize_AreRefusedWithBoth()
    {
        MultiHeadAttention<double> layer = Bare<double>();
        BadInput.Refused("biases", "biases.Query must have 12 entries, one for each row of W^q of 4 heads: it has 6.", () => layer.With(new ProjectionBiases<double> { Query = Count(6) }));
        BadInput.Refused("biases", "biases.Key must have 6 entries, one for each row of W^k of 2 heads: it has 12.", () => layer.With(new ProjectionBiases<double> { Key = Count(12) }));
        BadInput.Refused("biases", "biases.Value must have 6 entries, one for each row of W^v of 2 heads: it has 5.", () => layer.With(new ProjectionBiases<double> { Value = Count(5) }));
        BadInput.Refused("bias", "bias must have 12 entries, one for each row of W^o: it has 6.", () => layer.WithOutputBias(Count(6)));
    }

    [Fact]
    public void Biases_NotFinite_AreRefusedWithTheirPlace()
    {
        Vector<double> broken = Count(Model);
        broken[7] = double.PositiveInfinity;
        BadInput.Refused("biases", $"biases.Query[7] is {broken[7]}", () => Bare<double>().With(new ProjectionBiases<double> { Query = broken }));
        BadInput.Refused("bias", $"bias[7] is {broken[7]}", () => Bare<double>().WithOutputBias(broken));
    }

    private static void IsTheFormula<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        MultiHeadAttention<T> layer = Biased<T>();
        Matrix<T> input = Samples.DrawMatrix<T>(Model, 5, seed: 7);
        Matrix<double>[] heads = [.. layer.Heads.Select(head => Reference(head).Attend(input.ToDouble(), input.ToDouble()).Output)];
        Matrix<double> stacked = heads.Aggregate((upper, lower) => upper.Stack(lower)), ones = Matrix<double>.Build.Dense(1, 5, 1);
        Matrix<double> expected = (layer.OutputWeights.ToDouble() * stacked) + (layer.OutputBias!.ToDouble().ToColumnMatrix() * ones);

        double bound = layer.Heads.Max(head => RoundingBound.Of(head, ScoreCase<T>.ScaledDotProduct().Magnitude, NormalisationCase.Softmax.Sensitivity(), input, input, 1).Output);
        Near.Equal(expected, layer.Attend(input), RoundingBound.Joined(layer.OutputWeights, stacked, bound, layer.OutputBias), "O");
    }

    private static ReferenceAttention Reference<T>(SelfAttention<T> head)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new(head.QueryWeights.ToDouble(), head.KeyWeights.ToDouble(), head.ValueWeights.ToDouble())
        {
            QueryBias = head.QueryBias!.ToDouble(),
            KeyBias = head.KeyBias!.ToDouble(),
            ValueBias = head.ValueBias!.ToDouble(),
            Score = ScoreCase<T>.ScaledDotProduct().Formula,
            Normalise = NormalisationCase.Softmax.Formula(),
        };

    private static MultiHeadAttention<T> Bare<T>(int size = Size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => MultiHeadAttention.Random<T>(Model, Heads, seed: 1, headSize: size, keyValueHeads: Groups);

    private static MultiHeadAttention<T> Biased<T>(int size = Size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Bare<T>(size).With(Stacked<T>(size)).WithOutputBias(Samples.DrawVector<T>(Model, seed: 6));

    private static ProjectionBiases<T> Stacked<T>(int size = Size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => BiasCase.All.Draw<T>(Heads * size, Groups * size, Groups * size, seed: 2);

    private static Vector<double> Count(int entries) => Vector<double>.Build.Dense(entries, index => index + 1);
}
