using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

public sealed class SelfAttentionBadInputTests
{
    private static readonly SelfAttention<double> Head = SelfAttention.Random(modelSize: 5, headSize: 4, seed: 1, valueSize: 3);

    public static TheoryData<double> NotFinite => [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Fact]
    public void Input_OfAnotherSize_IsRefusedWithBothShapes()
    {
        BadInput.Refused("input", "input is 6×2, QueryWeights is 4×5", () => Head.Attend(Halves(6, 2)));
        BadInput.Refused("input", "input is 6×2, QueryWeights is 4×5", () => Head.Trace(Halves(6, 2)));
        BadInput.Refused("source", "source is 6×2, KeyWeights is 4×5", () => Head.Attend(Halves(5, 2), Halves(6, 2)));
        BadInput.Refused("source", "source is 6×2, KeyWeights is 4×5", () => Head.Trace(Halves(5, 2), Halves(6, 2)));
    }

    [Fact]
    public void Input_ForAHeadThatNeedsASource_IsRefusedWithBothShapes()
    {
        SelfAttention<double> cross = SelfAttention.FromWeights(Halves(4, 5), Halves(4, 7), Halves(3, 7));
        BadInput.Refused("input", "input is 5×2, KeyWeights is 4×7", () => cross.Attend(Halves(5, 2)));
    }

    [Fact]
    public void Input_Empty_IsRefusedWithItsShape()
    {
        BadInput.Refused("input", "input is 5×0", () => Head.Attend(Halves(5, 0)));
        BadInput.Refused("input", "input is 5×0", () => Head.Trace(Halves(5, 0)));
        BadInput.Refused("source", "source is 5×0", () => Head.Attend(Halves(5, 2), Halves(5, 0)));
        BadInput.Refused("keyWeights", "keyWeights is 0×5", () => SelfAttention.FromWeights(Halves(4, 5), Halves(0, 5), Halves(3, 5)));
    }

    [Theory]
    [MemberData(nameof(NotFinite))]
    public void Input_NotFinite_IsRefusedWithItsPlace(double value)
    {
        BadInput.Refused("input", $"input[3, 1] is {value}", () => Head.Attend(With(value, 5, 2)));
        BadInput.Refused("input", $"input[3, 1] is {value}", () => Head.Trace(With(value, 5, 2)));
        BadInput.Refused("source", $"source[3, 1] is {value}", () => Head.Attend(Halves(5, 2), With(value, 5, 2)));
        BadInput.Refused("source", $"source[3, 1] is {value}", () => Head.Attend(Halves(5, 2), Matrix<double>.Build.SparseOfMatrix(With(value, 5, 2))));
    }

    [Theory]
    [MemberData(nameof(NotFinite))]
    public void Weights_NotFinite_AreRefusedWithTheirPlace(double value)
    {
        BadInput.Refused("queryWeights", $"queryWeights[3, 1] is {value}", () => SelfAttention.FromWeights(With(value, 4, 5), Halves(4, 5), Halves(4, 5)));
        BadInput.Refused("keyWeights", $"keyWeights[3, 1] is {value}", () => SelfAttention.FromWeights(Halves(4, 5), With(value, 4, 5), Halves(4, 5)));
        BadInput.Refused("valueWeights", $"valueWeights[3, 1] is {value}", () => SelfAttention.FromWeights(Halves(4, 5), Halves(4, 5), With(value, 4, 5)));
    }

    [Fact]
    public void Weights_OfShapesThatDoNotFit_AreRefusedWithBoth()
    {
        BadInput.Refused("keyWeights", "a query has 4 entries, a key has 3", () => SelfAttention.FromWeights(Halves(4, 5), Halves(3, 5), Halves(4, 5)));
        BadInput.Refused("valueWeights", "valueWeights is 4×6, keyWeights is 4×5", () => SelfAttention.FromWeights(Halves(4, 5), Halves(4, 5), Halves(4, 6)));
    }

    [Fact]
    public void Score_ThatDoesNotFit_IsRefusedWithSizes()
    {
        Score<double> bilinear = Score.Bilinear(Halves(3, 2));
        BadInput.Refused("score", "weights is 3×2, a key has 4 entries, a query has 4", () => Head.With(bilinear));
        BadInput.Refused("score", "weights is 3×2", () => SelfAttention.FromWeights(Halves(4, 5), Halves(4, 5), Halves(4, 5), bilinear));
    }

    [Fact]
    public void Rotary_OnAnOddSize_IsRefusedWithTheSize() =>
        BadInput.Refused("rotary", "even size: the size is 3", () => SelfAttention.Random(5, headSize: 3, seed: 1).With(new RotaryPositions()));

    [Fact]
    public void Alibi_OfManySlopes_IsRefusedWithBothCounts() =>
        BadInput.Refused("alibi", "it holds 8, there are 1 heads", () => Head.With(Alibi.ForHeads(8)));

    [Fact]
    public void Mask_OfAnotherSize_IsRefusedWithBothShapes()
    {
        AttentionMask table = AttentionMask.Custom(new bool[3, 4]), list = AttentionMask.Padding([true, true, false]);
        BadInput.Refused("mask", "mask is 3×4, there are 4 keys and 4 queries (4×4)", () => Head.Attend(Halves(5, 4), mask: table));
        BadInput.Refused("mask", "it has 3, there are 4 keys", () => Head.Trace(Halves(5, 4), mask: list));
        BadInput.Refused("mask", "it has 3, there are 4 keys", () => Head.Trace(Halves(5, 4), mask: AttentionMask.Causal & list));
        BadInput.Refused("mask", "mask is 3×4", () => Head.Attend(Halves(5, 4), Halves(5, 2), mask: table & AttentionMask.Causal));
    }

    [Fact]
    public void Sizes_LessThanOne_AreRefused()
    {
        BadInput.Refused("modelSize", "0", () => SelfAttention.Random(0, 1, seed: 1));
        BadInput.Refused("headSize", "-1", () => SelfAttention.Random(1, -1, seed: 1));
        BadInput.Refused("valueSize", "at least 1", () => SelfAttention.Random(1, 1, seed: 1, valueSize: 0));
    }

    private static Matrix<double> Halves(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, 0.5);

    private static Matrix<double> With(double value, int rows, int columns)
    {
        Matrix<double> matrix = Halves(rows, columns);
        matrix[3, 1] = value;
        return matrix;
    }
}
