using AttentionNotebooks.Engine.Tests.Golden;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Files;

public sealed class EncoderStateDictTests
{
    private static readonly GoldenStateDict Stack = new("torch-encoder-pre-norm-float64"), Single = new("torch-encoder-layer-post-norm-float64");

    [Theory]
    [InlineData("torch-encoder-layer-post-norm")]
    [InlineData("torch-encoder-layer-pre-norm")]
    [InlineData("torch-encoder-post-norm")]
    [InlineData("torch-encoder-pre-norm")]
    public void StateDict_OfPyTorch_GivesItsOutput(string name)
    {
        Check<float>($"{name}-float32");
        Check<double>($"{name}-float64");

        static void Check<T>(string name)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            GoldenStateDict golden = new(name);
            TransformerEncoder<T> encoder = TransformerEncoder.FromStateDict<T>(golden.State, golden.Settings);
            golden.CheckOutput<T>((input, _) => encoder.Run(input).Output);
        }
    }

    [Fact]
    public void StateDict_ReadAndWritten_IsTheSame()
    {
        TransformerEncoder<double> encoder = TransformerEncoder.FromStateDict(Stack.State, Stack.Settings);

        StateDicts.AssertSame(Stack.State.Tensors, encoder.ToStateDict());
        Assert.Equal((8, 2, 2), (encoder.ModelSize, encoder.Layers, encoder.Heads));
    }

    [Fact]
    public void StateDict_OfAWholeModel_GivesTheLayerOfThePrefix()
    {
        TransformerEncoder<double> second = TransformerEncoder.FromStateDict(Stack.State, Stack.Settings, "layers.1.");

        Assert.Equal(1, second.Layers);
        StateDicts.AssertSame(
            Stack.State.Tensors.Where(tensor => tensor.Name.StartsWith("layers.1.", StringComparison.Ordinal)),
            second.ToStateDict().Select(tensor => Renamed(tensor, tensor.Name.Replace("layers.0.", "layers.1.", StringComparison.Ordinal))));
    }

    [Fact]
    public void Layer_Written_IsReadFromAPrefix()
    {
        TransformerEncoder<double> encoder = TransformerEncoder.FromStateDict(Single.State, Single.Settings);

        TransformerEncoder<double> again = TransformerEncoder.FromStateDict(StateDicts.FileOf(encoder.ToStateDict("model.encoder.")), Single.Settings, "model.encoder.");

        StateDicts.AssertSame(encoder.ToStateDict(), again.ToStateDict());
    }

    [Fact]
    public void Run_OfAnInput_GivesTheMapOfAllHeadsWithItsLabels()
    {
        LabelledMatrix<double> input = new(Samples.DrawMatrix<double>(8, 3, seed: 1), "I", columnLabels: ["a", "b", "c"]);

        EncoderResult<double> result = TransformerEncoder.FromStateDict(Stack.State, Stack.Settings).Run(input);

        Assert.Equal((2, 2), (result.Map.LayerNumbers.Count, result.Map.HeadNumbers.Count));
        Assert.Equal(["a", "b", "c"], result.Output.ColumnLabels!);
        Assert.Equal(["a", "b", "c"], result.Map.QueryLabels!);
    }

    [Fact]
    public void Run_Causal_DoesNotSeeTheFuture()
    {
        TransformerEncoder<double> encoder = TransformerEncoder.FromStateDict(Stack.State, Stack.Settings with { IsCausal = true });
        Matrix<double> input = Samples.DrawMatrix<double>(8, 5, seed: 1);

        Matrix<double> whole = encoder.Run(input).Output, part = encoder.Run(input.SubMatrix(0, 8, 0, 3)).Output;

        Near.Equal(part, whole.SubMatrix(0, 8, 0, 3), 1e-12, "the first three tokens");
    }

    [Fact]
    public void Run_WithAHeadSilenced_GivesAnotherOutput()
    {
        TransformerEncoder<double> encoder = TransformerEncoder.FromStateDict(Stack.State, Stack.Settings);
        Matrix<double> input = Samples.DrawMatrix<double>(8, 5, seed: 1);

        Assert.NotEqual(encoder.Run(input).Output.Values, encoder.Run(input, [HeadEdit.Silence(layer: 1, head: 0)]).Output.Values);
    }

    [Fact]
    public void Input_ThatDoesNotFit_IsRefused()
    {
        TransformerEncoder<double> encoder = TransformerEncoder.FromStateDict(Stack.State, Stack.Settings);

        BadInput.Refused("input", "each of the 8 features of a token: it is 7×2", () => encoder.Run(Samples.DrawMatrix<double>(7, 2, seed: 1)));
        BadInput.Refused("input", "input[0, 0] is NaN", () => encoder.Run(Matrix<double>.Build.Dense(8, 1, double.NaN)));
        BadInput.Refused("edits", "9", () => encoder.Run(Samples.DrawMatrix<double>(8, 2, seed: 1), [HeadEdit.Silence(layer: 0, head: 9)]));
    }

    [Fact]
    public void Settings_ThatNoEncoderHas_AreRefused()
    {
        BadInput.Refused("settings", "settings.Heads must be at least 1: it is 0", () => Read(Stack.Settings with { Heads = 0 }));
        BadInput.Refused("settings", "settings.Activation must be Relu or Gelu", () => Read(Stack.Settings with { Activation = ActivationKind.SwiGlu }));
        BadInput.Refused("settings", "settings.NormEpsilon must be a finite number greater than 0: it is 0", () => Read(Stack.Settings with { NormEpsilon = 0 }));

        static object Read(EncoderSettings settings) => TransformerEncoder.FromStateDict(Stack.State, settings);
    }

    [Theory]
    [InlineData("layers.0.self_attn.in_proj_weight", "The file has no tensor 'self_attn.in_proj_weight'")]
    [InlineData("layers.0.self_attn.in_proj_bias", "nothing else: it holds ")]
    [InlineData("layers.0.self_attn.out_proj.bias", "The file has no tensor 'layers.0.self_attn.out_proj.bias'")]
    [InlineData("layers.1.self_attn.in_proj_weight", "nothing else: it holds 'layers.1.")]
    [InlineData("layers.1.linear2.weight", "The file has no tensor 'layers.1.linear2.weight'")]
    [InlineData("norm.weight", "nothing else: it holds 'norm.bias'")]
    [InlineData("norm.bias", "The file has no tensor 'norm.bias'")]
    public void StateDict_WithoutATensor_IsRefused(string missing, string essence) =>
        Refused(essence, Stack.State.Tensors.Where(tensor => tensor.Name != missing));

    [Fact]
    public void StateDict_OfAnotherShape_IsRefusedWithBoth()
    {
        Refused("'layers.1.linear1.weight' must be [12, 8]: it is [12, 7]", With("layers.1.linear1.weight", Samples.DrawMatrix<double>(12, 7, seed: 1)));
        Refused("'layers.0.norm1.weight' must be [8]: it is [8, 1]", With("layers.0.norm1.weight", Samples.DrawMatrix<double>(8, 1, seed: 1)));
        Refused("'layers.0.linear1.weight' must be a matrix that is not empty: it is [0, 8]", With("layers.0.linear1.weight", Matrix<double>.Build.Dense(0, 8)));
        Refused("'layers.0.self_attn.in_proj_weight' must be [3000000, 1000000]: it is [1, 1000000]", With("layers.0.self_attn.in_proj_weight", Matrix<double>.Build.Dense(1, 1_000_000)));
        Refused("a multiple of the 2 heads: 'layers.0.self_attn.in_proj_weight' has 7 columns", With("layers.0.self_attn.in_proj_weight", Matrix<double>.Build.Dense(21, 7)));
    }

    private static IEnumerable<SafeTensor> With(string name, Matrix<double> values) =>
        Stack.State.Tensors.Select(tensor => tensor.Name == name ? SafeTensor.Of(name, values) : tensor);

    private static void Refused(string essence, IEnumerable<SafeTensor> tensors)
    {
        SafeTensorFile file = StateDicts.FileOf(tensors);
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => TransformerEncoder.FromStateDict(file, Stack.Settings));
        Assert.Contains(essence, refusal.Message, StringComparison.Ordinal);
    }

    private static SafeTensor Renamed(SafeTensor tensor, string name) =>
        tensor.Shape.Count == 1 ? SafeTensor.Of(name, tensor.ToVector<double>()) : SafeTensor.Of(name, tensor.ToMatrix<double>());
}
