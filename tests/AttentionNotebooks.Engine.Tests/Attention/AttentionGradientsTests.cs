using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

public sealed class AttentionGradientsTests
{
    private static readonly HeadSizes Sizes = new(Queries: 150, Keys: 170, Query: 33, Value: 20);

    public static TheoryData<MaskCase> Masks => [.. Enum.GetValues<MaskCase>()];

    [Theory]
    [MemberData(nameof(Masks))]
    public void Loss_OfSlightlyChangedInputs_ChangesByTheGradients(MaskCase mask)
    {
        HeadSizes small = new(Queries: 7, Keys: 9, Query: 4, Value: 3);
        HeadMatrices<double> heads = new(heads: 4, keyHeads: 2, small);
        Matrix<double>[] given = Given<double>(heads, small);
        AttentionGradients<double> gradients = Gradients(heads, given, mask.Engine(small.Keys, small.Queries));
        Agree(gradients.Queries, heads.Queries, "Q");
        Agree(gradients.Keys, heads.Keys, "K");
        Agree(gradients.Values, heads.Values, "V");

        void Agree(IReadOnlyList<Matrix<double>> gradient, IReadOnlyList<Matrix<double>> matrices, string what)
        {
            for (int head = 0; head < matrices.Count; head++)
                FiniteDifferences.Agree(gradient[head], matrices[head], () => Loss(heads, given, mask.Engine(small.Keys, small.Queries)), $"{what} of head {head}");
        }
    }

    [Theory]
    [MemberData(nameof(Masks))]
    public void Outputs_OfBothPasses_AreThoseOfAttend(MaskCase mask)
    {
        HeadMatrices<float> heads = new(heads: 4, keyHeads: 2, Sizes);
        AttentionMask? own = mask.Engine(Sizes.Keys, Sizes.Queries);
        Bits.Same(heads.Attend(own), Gradients(heads, Given(heads, Sizes), own).Outputs, "O");
    }

    [Fact]
    public void Gradients_OnAnyNumberOfThreads_HaveTheSameBits()
    {
        HeadMatrices<float> heads = new(heads: 12, keyHeads: 6, Sizes);
        Matrix<float>[] given = Given(heads, Sizes);
        ThreadCounts.AreWorthwhile(12.0 * Sizes.Queries * Sizes.Keys * (Sizes.Query + Sizes.Value + 10));
        AttentionGradients<float> expected = Gradients(heads, given, AttentionMask.Causal, ThreadCounts.Options(1));
        Assert.All(ThreadCounts.All, threads =>
            Bits.Same(All(expected), All(Gradients(heads, given, AttentionMask.Causal, ThreadCounts.Options(threads))), $"gradients on {threads} threads"));
    }

    [Fact]
    public void Query_ThatSeesNoKey_HasAGradientOfZeros()
    {
        HeadMatrices<double> heads = new(heads: 1, keyHeads: 1, Sizes);
        AttentionGradients<double> gradients = Gradients(heads, Given(heads, Sizes), AttentionMask.Custom((_, query) => query != 40));
        Assert.All(gradients.Queries[0].Column(40), entry => Assert.Equal(0, entry));
        Assert.DoesNotContain(All(gradients).SelectMany(matrix => matrix.Enumerate()), double.IsNaN);
    }

    [Fact]
    public void OutputGradients_Wrong_AreRefused()
    {
        HeadMatrices<double> heads = new(heads: 2, keyHeads: 1, Sizes);
        Matrix<double> right = Matrix<double>.Build.Dense(Sizes.Value, Sizes.Queries);
        Refused("outputGradients must hold at least one head", []);
        Refused("outputGradients[1] must not be null", [right, null!]);
        Refused("outputGradients holds 1, queries 2", [right]);
        Refused("outputGradients is 21×150, values is 20×170", [.. Twice(Sizes.Value + 1, Sizes.Queries)]);
        Refused("outputGradients is 20×151, queries is 33×150", [.. Twice(Sizes.Value, Sizes.Queries + 1)]);

        void Refused(string essence, Matrix<double>[] given) => BadInput.Refused("outputGradients", essence, () => Gradients(heads, given));
        static IEnumerable<Matrix<double>> Twice(int rows, int columns) => Enumerable.Repeat(Matrix<double>.Build.Dense(rows, columns), 2);
    }

    private static AttentionGradients<T> Gradients<T>(HeadMatrices<T> heads, Matrix<T>[] given, AttentionMask? mask = null, ComputeOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => ScaledDotProductAttention.Gradients(heads.Queries, heads.Keys, heads.Values, given, mask, options);

    private static Matrix<T>[] Given<T>(HeadMatrices<T> heads, HeadSizes sizes)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. heads.Queries.Select((_, head) => Samples.DrawMatrix<T>(sizes.Value, sizes.Queries, seed: 100 + head))];

    private static Matrix<T>[] All<T>(AttentionGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. gradients.Outputs, .. gradients.Queries, .. gradients.Keys, .. gradients.Values];

    /// <summary>The loss whose gradient of the outputs is given.</summary>
    private static double Loss(HeadMatrices<double> heads, Matrix<double>[] given, AttentionMask? mask) =>
        heads.Attend(mask).Zip(given, (output, gradient) => output.PointwiseMultiply(gradient).RowSums().Sum()).Sum();
}
