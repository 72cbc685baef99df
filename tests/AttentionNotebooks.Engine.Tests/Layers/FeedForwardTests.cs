using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Layers;

public sealed class FeedForwardTests
{
    private const int Size = 5, Hidden = 12;

    public static MatrixTheoryData<ActivationKind, bool> Cases => new(Enum.GetValues<ActivationKind>(), [true, false]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_IsTheFormula(ActivationKind activation, bool hasBiases)
    {
        Agree<float>(activation, hasBiases);
        Agree<double>(activation, hasBiases);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_AreSlopes(ActivationKind activation, bool hasBiases)
    {
        // Three times as wide, so that inputs of the activation lie on both sides, and far out; but not at the kink of ReLU, where there is no slope.
        FeedForward<double> layer = Layer<double>(activation, hasBiases);
        Matrix<double> input = Enumerable.Range(1, 50).Select(seed => Samples.DrawMatrix<double>(Size, 7, seed) * 3)
            .First(drawn => Linear(layer, "linear1", drawn).Enumerate().All(entry => Math.Abs(entry) > 2e-3));
        LayerChecks.GradientsAreSlopes(layer, input);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_OfTwoPasses_AddUp(ActivationKind activation, bool hasBiases) =>
        LayerChecks.GradientsAddUp(Layer<double>(activation, hasBiases), Samples.DrawMatrix<double>(Size, 7, seed: 2));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bits_WhereverTheInputLies_AreTheSame(ActivationKind activation, bool hasBiases) =>
        LayerChecks.BitsDoNotDependOnAddresses(Layer<float>(activation, hasBiases), Samples.DrawMatrix<float>(Size, 77, seed: 2));

    [Fact]
    public void Parameters_HaveTheNamesOfPyTorch()
    {
        Assert.Equal(["layers.1.linear1.weight", "layers.1.linear1.bias", "layers.1.linear2.weight", "layers.1.linear2.bias"], Names(ActivationKind.Gelu, true));
        Assert.Equal(["layers.1.linear1.weight", "layers.1.linear_gate.weight", "layers.1.linear2.weight"], Names(ActivationKind.SwiGlu, false));

        static IEnumerable<string> Names(ActivationKind activation, bool hasBiases) => Layer<double>(activation, hasBiases).Parameters.Select(parameter => parameter.Name);
    }

    [Fact]
    public void Activation_ThatDoesNotExist_IsRefused() =>
        BadInput.Refused("activation", "one of its named values", () => Layer<double>((ActivationKind)7, hasBiases: true));

    private static FeedForward<T> Layer<T>(ActivationKind activation, bool hasBiases)
        where T : unmanaged, IFloatingPointIeee754<T> => new("layers.1", Size, Hidden, activation, hasBiases, new Initialisation(1));

    private static void Agree<T>(ActivationKind activation, bool hasBiases)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        FeedForward<T> layer = Layer<T>(activation, hasBiases);
        Matrix<T> input = Samples.DrawMatrix<T>(Size, 7, seed: 2);
        Matrix<double> hidden = Linear(layer, "linear1", input.ToDouble());
        Matrix<double> active = activation switch
        {
            ActivationKind.Relu => hidden.Map(x => Math.Max(x, 0), Zeros.Include),
            ActivationKind.Gelu => hidden.Map(x => x * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2))) / 2, Zeros.Include),
            _ => hidden.PointwiseMultiply(Linear(layer, "linear_gate", input.ToDouble()).Map(x => x / (1 + Math.Exp(-x)), Zeros.Include)),
        };
        Near.Equal(Linear(layer, "linear2", active), BothPasses<T>.Forward(layer, input), RoundingBound.Sum<T>(Size + Hidden, 3), "Y");
    }

    private static Matrix<double> Linear<T>(FeedForward<T> layer, string which, Matrix<double> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<double> product = Values(layer, $"{which}.weight")! * input;
        return Values(layer, $"{which}.bias") is { } bias ? product + Matrix<double>.Build.Dense(product.RowCount, product.ColumnCount, (row, _) => bias[row, 0]) : product;
    }

    private static Matrix<double>? Values<T>(FeedForward<T> layer, string which)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        layer.Parameters.SingleOrDefault(parameter => parameter.Name == $"layers.1.{which}")?.Values.ToDouble();
}
