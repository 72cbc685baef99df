using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.MultiHead;

public sealed class MultiHeadBadInputTests
{
    private static readonly MultiHeadAttention<double> Layer = MultiHeadAttention.Random(modelSize: 6, heads: 2, seed: 1);

    [Fact]
    public void Heads_ThatDoNotDivide_AreRefusedWithBothNumbers()
    {
        BadInput.Refused("heads", "heads is 4, modelSize is 6", () => MultiHeadAttention.Random(6, heads: 4, seed: 1));
        BadInput.Refused("keyValueHeads", "keyValueHeads is 4, heads is 6", () => MultiHeadAttention.Random(6, heads: 6, seed: 1, keyValueHeads: 4));
        BadInput.Refused("keyWeights", "keyWeights holds 2, queryWeights 3", () => FromWeights(Heads(3), Heads(2), Heads(2)));
    }

    [Fact]
    public void Sizes_LessThanOne_AreRefused()
    {
        BadInput.Refused("modelSize", "0", () => MultiHeadAttention.Random(0, 1, seed: 1));
        BadInput.Refused("heads", "0", () => MultiHeadAttention.Random(6, 0, seed: 1));
        BadInput.Refused("headSize", "at least 1", () => MultiHeadAttention.Random(6, 2, seed: 1, headSize: 0));
        BadInput.Refused("keyValueHeads", "0", () => MultiHeadAttention.Random(6, 2, seed: 1, keyValueHeads: 0));
    }

    [Fact]
    public void Weights_OfNoHead_AreRefused()
    {
        BadInput.Refused("queryWeights", "at least one head", () => FromWeights([], Heads(1), Heads(1)));
        BadInput.Refused("keyWeights", "at least one head", () => FromWeights(Heads(1), [], Heads(1)));
        BadInput.Refused("valueWeights", "at least one head", () => FromWeights(Heads(1), Heads(1), []));
        BadInput.Refused("heads", "at least one head", () => MultiHeadAttention.FromHeads([], Heads(1)[0]));
    }

    [Fact]
    public void Weights_OfANullHead_AreRefusedWithTheHead()
    {
        BadInput.Refused("keyWeights", "keyWeights[1] must not be null", () => FromWeights(Heads(2), [Heads(1)[0], null!], Heads(2)));
        BadInput.Refused("heads", "must not hold null", () => MultiHeadAttention.FromHeads<double>([null!], Heads(1)[0]));
    }

    [Fact]
    public void Weights_NotFinite_AreRefusedWithHeadAndPlace()
    {
        Matrix<double>[] broken = Heads(3);
        broken[2][1, 4] = double.NaN;
        BadInput.Refused("queryWeights", "queryWeights[2][1, 4] is NaN", () => FromWeights(broken, Heads(3), Heads(3)));
        BadInput.Refused("valueWeights", "valueWeights[2][1, 4] is NaN", () => FromWeights(Heads(3), Heads(3), broken));
        BadInput.Refused("outputWeights", "outputWeights[1, 4] is NaN", () => MultiHeadAttention.FromWeights(Heads(1), Heads(1), Heads(1), broken[2]));
    }

    [Fact]
    public void ValueHeads_OfAnotherCount_AreRefusedWithBoth() =>
        BadInput.Refused("valueWeights", "valueWeights holds 1, keyWeights 2", () => FromWeights(Heads(2), Heads(2), Heads(1)));

    [Fact]
    public void Heads_OfAnotherModelSize_AreRefusedWithBothShapes() => BadInput.Refused(
        "queryWeights",
        "queryWeights[1] is 2×5, queryWeights[0] is 2×6",
        () => FromWeights([Heads(1)[0], Samples.DrawMatrix<double>(2, 5, seed: 1)], Heads(2), Heads(2)));

    [Fact]
    public void OutputWeights_OfAnotherShape_AreRefusedWithBoth() =>
        BadInput.Refused("outputWeights", "must be 6×4, model size × stacked values of all 2 heads: outputWeights is 2×6", () =>
            MultiHeadAttention.FromWeights(Heads(2), Heads(2), Heads(2), Heads(1)[0]));

    [Fact]
    public void Input_ThatDoesNotFit_IsRefusedWithBothShapes()
    {
        BadInput.Refused("input", "input is 5×2, QueryWeights is 3×6", () => Layer.Attend(Samples.DrawMatrix<double>(5, 2, seed: 1)));
        BadInput.Refused("source", "source is 5×2, KeyWeights is 3×6", () =>
            Layer.Trace(Samples.DrawMatrix<double>(6, 2, seed: 1), Samples.DrawMatrix<double>(5, 2, seed: 1)));
        BadInput.Refused("mask", "mask is 1×1", () => Layer.Attend(Samples.DrawMatrix<double>(6, 2, seed: 1), mask: AttentionMask.Custom(new bool[1, 1])));
    }

    [Fact]
    public void Alibi_OfAnotherHeadCount_IsRefusedWithBothCounts() =>
        BadInput.Refused("alibi", "it holds 8, there are 2 heads", () => Layer.With(Alibi.ForHeads(8)));

    [Fact]
    public void Rotary_OnAnOddSize_IsRefusedWithTheSize() => BadInput.Refused("rotary", "the size is 3", () => Layer.With(new RotaryPositions()));

    private static Matrix<double>[] Heads(int count) => [.. Enumerable.Range(1, count).Select(seed => Samples.DrawMatrix<double>(2, 6, seed))];

    private static MultiHeadAttention<double> FromWeights(Matrix<double>[] queries, Matrix<double>[] keys, Matrix<double>[] values) =>
        MultiHeadAttention.FromWeights(queries, keys, values, Samples.DrawMatrix<double>(6, 2 * queries.Length, seed: 9));
}
