using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.MultiHead;

public sealed class MultiHeadAttendIntoTests
{
    private static readonly MultiHeadAttention<double> Layer = MultiHeadAttention.Random(modelSize: 6, heads: 2, seed: 1);

    public static TheoryData<MaskCase> Masks => [.. Enum.GetValues<MaskCase>()];

    [Theory]
    [MemberData(nameof(Masks))]
    public void Output_WrittenIntoAMatrix_HasTheBitsOfAttend(MaskCase mask)
    {
        HasTheBits<float>(mask);
        HasTheBits<double>(mask);
    }

    [Fact]
    public void Output_Wrong_IsRefused()
    {
        Matrix<double> input = Samples.DrawMatrix<double>(6, 4, seed: 1), source = Samples.DrawMatrix<double>(6, 4, seed: 2);
        Refused("output must be 6×4: output is 4×6", Matrix<double>.Build.Dense(4, 6), input, source);
        Refused("output must be a dense matrix", Matrix<double>.Build.Sparse(6, 4), input, source);
        Refused("output must not share its storage with an input", input, input, source);
        Refused("output must not share its storage with an input", source, input, source);
        Refused("output must not share its storage with an input", Matrix<double>.Build.Dense(6, 4, input.AsColumnMajorArray()), input, source);
    }

    [Fact]
    public void Inputs_Wrong_AreRefusedBeforeAnythingIsWritten()
    {
        Matrix<double> output = Matrix<double>.Build.Dense(6, 4), wrong = Samples.DrawMatrix<double>(5, 4, seed: 1), right = Samples.DrawMatrix<double>(6, 4, seed: 1);
        BadInput.Refused("input", "input is 5×4, QueryWeights is 3×6", () => Into(output, wrong, right));
        BadInput.Refused("source", "source is 5×4, KeyWeights is 3×6", () => Into(output, right, wrong));
        BadInput.Refused("mask", "mask is 1×1", () => Into(output, right, right, AttentionMask.Custom(new bool[1, 1])));
        Assert.All(output.Enumerate(), entry => Assert.Equal(0, entry));
    }

    private static void HasTheBits<T>(MaskCase name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MultiHeadAttention<T> layer = MultiHeadAttention.Random<T>(12, heads: 4, seed: 1, keyValueHeads: 2).With(Alibi.ForHeads(4));
        Matrix<T> input = Samples.DrawMatrix<T>(12, 40, seed: 1), source = Samples.DrawMatrix<T>(12, 50, seed: 2);
        foreach (Matrix<T>? from in new[] { null, source })
        {
            AttentionMask? mask = name.Engine((from ?? input).ColumnCount, input.ColumnCount);
            Matrix<T> output = Matrix<T>.Build.Dense(12, 40, T.NaN);
            layer.AttendInto(output, input, from, mask);
            Bits.Same([layer.Attend(input, from, mask)], [output], "AttendInto");
        }
    }

    private static void Refused(string essence, Matrix<double> output, Matrix<double> input, Matrix<double> source) =>
        BadInput.Refused("output", essence, () => Into(output, input, source));

    private static object? Into(Matrix<double> output, Matrix<double> input, Matrix<double> source, AttentionMask? mask = null)
    {
        Layer.AttendInto(output, input, source, mask);
        return null;
    }
}
