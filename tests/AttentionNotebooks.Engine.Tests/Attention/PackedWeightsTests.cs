using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

/// <summary>Learned matrices are packed once, for all rules, and give the product however it is cut into parts.</summary>
public sealed class PackedWeightsTests
{
    public static MatrixTheoryData<int, int, int> Sizes => new([1, 31, 128, 129, 300], [1, 5, 300], [1, 191, 193, 400]);

    [Fact]
    public void Rules_OfTheSameWeights_ShareThem()
    {
        SelfAttention<float> head = SelfAttention.Random<float>(6, 4, seed: 1);
        SelfAttention<float>[] others =
            [head.With(Score.DotProduct<float>()), head.With(Normalisation.Relu()), head.With(new RotaryPositions()), head.With(Alibi.WithSlopes(1)), head.With(new ProjectionBiases<float>())];
        Assert.All(others, other =>
        {
            Assert.Same(head.PackedQueryWeights, other.PackedQueryWeights);
            Assert.Same(head.PackedKeyWeights, other.PackedKeyWeights);
            Assert.Same(head.PackedValueWeights, other.PackedValueWeights);
        });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Product_InParts_AgreesWithReference(int rows, int columns, int tokens)
    {
        Agrees<float>(rows, columns, tokens);
        Agrees<double>(rows, columns, tokens);
    }

    private static void Agrees<T>(int rows, int columns, int tokens)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<T> weights = Samples.DrawMatrix<T>(rows, columns, seed: 1), input = Samples.DrawMatrix<T>(columns, tokens, seed: 2);
        Matrix<T>[] results = [Matrix<T>.Build.Dense(rows, tokens, T.NaN), Matrix<T>.Build.Dense(rows, tokens, T.NaN)];
        PackedWeights<T> packed = new(weights);
        T[] bias = Samples.Draw<T>(rows, seed: 3);
        Projection<T>[] projections =
        [
            new(packed, input.AsColumnMajorArray(), results[0].AsColumnMajorArray()),
            new(packed, input.AsColumnMajorArray(), results[1].AsColumnMajorArray(), bias),
        ];
        Projection<T>.Run(projections, new Workload(ThreadCounts.Options(2), Projection<T>.Total(projections)));
        Near.Equal(weights.ToDouble() * input.ToDouble(), results[0], RoundingBound.Sum<T>(columns, columns), "W·I");
        Assert.Equal(results[0].MapIndexed((row, _, entry) => entry + bias[row]), results[1]);
    }
}
