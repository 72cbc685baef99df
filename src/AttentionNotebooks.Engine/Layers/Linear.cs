using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Y = W·X + b.</summary>
/// <remarks>
/// dX = Wᵀ·dY
/// dW = dY·Xᵀ
/// db = Σ of the columns of dY
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="weight">W, out×in. An embedding of as many words, too, where the two are tied.</param>
/// <param name="bias">b, out×1; null: none.</param>
internal sealed class Linear<T>(Parameter<T> weight, Parameter<T>? bias) : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Weights and biases from ±1/√in, as <c>nn.Linear</c> draws them.</summary>
    /// <param name="name">What its parameters' names begin with, for example <c>layers.0.linear1</c>.</param>
    /// <param name="inputSize">The entries of a token before.</param>
    /// <param name="outputSize">The entries of a token behind.</param>
    /// <param name="hasBias">Whether there is a b.</param>
    /// <param name="initialisation">Draws them.</param>
    internal Linear(string name, int inputSize, int outputSize, bool hasBias, Initialisation initialisation)
        : this(Draw($"{name}.weight", outputSize, inputSize, inputSize, initialisation), hasBias ? Draw($"{name}.bias", outputSize, 1, inputSize, initialisation) : null)
    {
    }

    /// <summary>W, out×in.</summary>
    internal Parameter<T> Weight => weight;

    /// <summary>b, out×1.</summary>
    internal Parameter<T>? Bias => bias;

    internal override IEnumerable<Parameter<T>> Parameters => bias is null ? [weight] : [weight, bias];

    private int InputSize => weight.Values.ColumnCount;

    private int OutputSize => weight.Values.RowCount;

    internal override LayerPass<T> Forward(Columns<T> input, ArrayLoan<T> loan)
    {
        Columns<T> output = Columns<T>.Rent(loan, OutputSize, input.Count);
        MatrixProduct.Multiply<T>(weight.Storage, input.AsSpan(), InputSize, output.AsSpan());
        if (bias is not null) Sums.AddToColumns<T>(bias.Storage, output.AsSpan());
        return new Pass(this, input, output, loan);
    }

    private static Parameter<T> Draw(string name, int rows, int columns, int inputSize, Initialisation initialisation) =>
        new(name, initialisation.Uniform<T>(rows, columns, 1 / Math.Sqrt(inputSize)));

    private sealed class Pass(Linear<T> layer, Columns<T> input, Columns<T> output, ArrayLoan<T> loan) : LayerPass<T>(output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            MatrixProduct.AddMultiplyTranspose(outputGradient.AsSpan(), input.AsSpan(), input.Count, gradients.Of(layer.Weight));
            if (layer.Bias is not null) Sums.AddColumns(outputGradient.AsSpan(), gradients.Of(layer.Bias));
            Columns<T> inputGradient = input.Like(loan);
            MatrixProduct.TransposeMultiply(layer.Weight.Storage, outputGradient.AsSpan(), layer.OutputSize, inputGradient.AsSpan());
            return inputGradient;
        }
    }
}
