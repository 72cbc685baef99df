using AttentionNotebooks.Engine.Tests.Golden;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Files;

public sealed class MultiHeadStateDictTests
{
    private static readonly MultiHeadAttention<double> Layer = MultiHeadAttention.Random(modelSize: 6, heads: 2, seed: 1);

    public static TheoryData<MultiHeadAttention<double>, string> NotOfPyTorch => new()
    {
        { Layer.With(Score.DotProduct()), "head 0 has another score than the scaled dot product: DotProduct" },
        { Layer.With(Normalisation.Sparsemax()), "head 0 has another normalisation than softmax" },
        { Layer.With(Normalisation.Softmax(temperature: 2)), "head 0 has another normalisation than softmax" },
        { Layer.With(Alibi.WithSlopes(1, 2)), "head 0 has positions" },
        { MultiHeadAttention.Random(8, 2, seed: 1).With(new RotaryPositions()), "head 0 has positions" },
        { MultiHeadAttention.Random(6, 2, seed: 1, keyValueHeads: 1), "its 2 heads share 1 keys and values" },
        { MultiHeadAttention.Random(6, 2, seed: 1, headSize: 2), "head 0 has queries of 2 and values of 2, not 6/2" },
    };

    public static TheoryData<string, string> NotOfTheLayer => new()
    {
        { "self_attn.out_proj.weight", "The file has no tensor 'self_attn.out_proj.weight'. It has 'self_attn.in_proj_bias', " },
        { "self_attn.out_proj.bias", "The file has no tensor 'self_attn.out_proj.bias'." },
        { "self_attn.in_proj_bias", "The file has no tensor 'self_attn.in_proj_bias'." },
        { "self_attn.in_proj_weight", "The file has no tensor 'self_attn.k_proj_weight'." },
    };

    [Theory]
    [InlineData("torch-multi-head-plain")]
    [InlineData("torch-multi-head-biases")]
    [InlineData("torch-multi-head-source")]
    public void StateDict_OfPyTorch_GivesItsOutput(string name)
    {
        Check<float>($"{name}-float32");
        Check<double>($"{name}-float64");

        static void Check<T>(string name)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            GoldenStateDict golden = new(name);
            MultiHeadAttention<T> layer = MultiHeadAttention.FromStateDict<T>(golden.State, golden.Heads);
            golden.CheckOutput<T>((input, source) => layer.Attend(input, source));
        }
    }

    [Theory]
    [InlineData("torch-multi-head-plain-float64")]
    [InlineData("torch-multi-head-biases-float64")]
    [InlineData("torch-multi-head-source-float64")]
    public void StateDict_ReadAndWritten_IsTheSame(string name)
    {
        GoldenStateDict golden = new(name);

        IReadOnlyList<SafeTensor> written = MultiHeadAttention.FromStateDict(golden.State, golden.Heads).ToStateDict();

        StateDicts.AssertSame(golden.State.Tensors, written);
    }

    [Fact]
    public void StateDict_OfAWholeModel_GivesTheLayerOfThePrefix()
    {
        GoldenStateDict golden = new("torch-encoder-pre-norm-float64");

        MultiHeadAttention<double> second = MultiHeadAttention.FromStateDict(golden.State, golden.Heads, "layers.1.self_attn.");

        Assert.Equal(golden.State.Get("layers.1.self_attn.out_proj.weight").ToMatrix<double>(), second.OutputWeights);
        StateDicts.AssertSame(golden.State.Tensors.Where(tensor => tensor.Name.StartsWith("layers.1.self_attn.", StringComparison.Ordinal)), second.ToStateDict("layers.1.self_attn."));
    }

    [Fact]
    public void Bias_OfTheOutputAlone_IsWrittenWithZerosForTheOthers()
    {
        Vector<double> bias = Samples.DrawVector<double>(6, seed: 2);

        MultiHeadAttention<double> again = MultiHeadAttention.FromStateDict(StateDicts.FileOf(Layer.WithOutputBias(bias).ToStateDict()), heads: 2);

        Assert.Equal(bias, again.OutputBias);
        Assert.All(again.Heads, head => Assert.Equal([0, 0, 0], head.KeyBias!));
    }

    [Theory]
    [MemberData(nameof(NotOfPyTorch))]
    public void Layer_ThatPyTorchDoesNotKnow_IsRefusedWithTheReason(MultiHeadAttention<double> layer, string reason) =>
        Assert.Equal($"The layer must be such as nn.MultiheadAttention computes: {reason}.", Assert.Throws<InvalidOperationException>(() => layer.ToStateDict()).Message);

    [Theory]
    [MemberData(nameof(NotOfTheLayer))]
    public void StateDict_WithoutATensor_IsRefusedWithItsName(string missing, string essence) =>
        Refused(essence, FullStateDict().Where(tensor => tensor.Name != missing));

    [Fact]
    public void StateDict_WithAnotherTensor_IsRefusedWithItsName() => Refused(
        "nothing else: it holds 'self_attn.bias_k'",
        FullStateDict().Append(SafeTensor.Of("self_attn.bias_k", Samples.DrawMatrix<double>(1, 6, seed: 1))));

    [Fact]
    public void StateDict_OfAnotherShape_IsRefusedWithBoth()
    {
        Refused("'self_attn.in_proj_weight' must be [18, 6]: it is [18, 5]", With("self_attn.in_proj_weight", Samples.DrawMatrix<double>(18, 5, seed: 1)));
        Refused("'self_attn.out_proj.weight' must be [6, 6]: it is [6, 7]", With("self_attn.out_proj.weight", Samples.DrawMatrix<double>(6, 7, seed: 1)));
        Refused("'self_attn.out_proj.bias' must be [6]: it is [6, 1]", With("self_attn.out_proj.bias", Samples.DrawMatrix<double>(6, 1, seed: 1)));
        Refused("'self_attn.out_proj.weight' must be a matrix that is not empty: it is [0, 0]", With("self_attn.out_proj.weight", Matrix<double>.Build.Dense(0, 0)));
    }

    [Fact]
    public void StateDict_WithANumberThatIsNotFinite_IsRefusedWithItsPlace()
    {
        Matrix<double> weights = Samples.DrawMatrix<double>(18, 6, seed: 1);
        weights[7, 4] = double.NaN;

        Refused("'self_attn.in_proj_weight' must hold finite numbers only: in row 7, column 4, it holds NaN as Double", With("self_attn.in_proj_weight", weights));
    }

    [Fact]
    public void StateDict_TooLargeForThePrecision_IsRefused()
    {
        SafeTensorFile file = StateDicts.FileOf(With("self_attn.in_proj_weight", 1e300 * Matrix<double>.Build.Dense(18, 6, 1)));

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => MultiHeadAttention.FromStateDict<float>(file, 2, "self_attn."));

        Assert.Contains("in row 0, column 0, it holds Infinity as Single", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_ThatDoNotFit_AreRefusedWithBothNumbers()
    {
        SafeTensorFile file = StateDicts.FileOf(FullStateDict());

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => MultiHeadAttention.FromStateDict(file, heads: 4, "self_attn."));

        Assert.Contains("a multiple of the 4 heads: 'self_attn.out_proj.weight' has 6 rows", refusal.Message, StringComparison.Ordinal);
        BadInput.Refused("heads", "0", () => MultiHeadAttention.FromStateDict(file, heads: 0, "self_attn."));
    }

    private static IReadOnlyList<SafeTensor> FullStateDict() => Layer.WithOutputBias(Vector<double>.Build.Dense(6)).ToStateDict("self_attn.");

    private static IEnumerable<SafeTensor> With(string name, Matrix<double> values) =>
        FullStateDict().Select(tensor => tensor.Name == name ? SafeTensor.Of(name, values) : tensor);

    private static void Refused(string essence, IEnumerable<SafeTensor> tensors)
    {
        SafeTensorFile file = StateDicts.FileOf(tensors);
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => MultiHeadAttention.FromStateDict(file, 2, "self_attn."));
        Assert.Contains(essence, refusal.Message, StringComparison.Ordinal);
    }
}
