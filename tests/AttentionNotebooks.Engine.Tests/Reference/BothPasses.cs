using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>A layer run forwards, and backwards from a given dL/dY: what came out, as matrices.</summary>
internal sealed class BothPasses<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterGradients<T> gradients;

    /// <summary>Both passes.</summary>
    public BothPasses(Layer<T> layer, Matrix<T> input, Matrix<T> outputGradient)
    {
        using ArrayLoan<T> loan = new();
        gradients = new ParameterGradients<T>(layer.Parameters);
        LayerPass<T> pass = layer.Forward(Columns(input), loan);
        Output = Matrix(pass.Output);
        InputGradient = Matrix(pass.Backward(Columns(outputGradient), gradients));
    }

    /// <summary>Y.</summary>
    public Matrix<T> Output { get; }

    /// <summary>dL/dX.</summary>
    public Matrix<T> InputGradient { get; }

    /// <summary>Y alone.</summary>
    public static Matrix<T> Forward(Layer<T> layer, Matrix<T> input)
    {
        using ArrayLoan<T> loan = new();
        return Matrix(layer.Forward(Columns(input), loan).Output);
    }

    /// <summary>dL/dP.</summary>
    public Matrix<T> Gradient(Parameter<T> parameter) => gradients[parameter];

    /// <summary>Over the same memory.</summary>
    public static Columns<T> Columns(Matrix<T> matrix) => new(matrix.AsColumnMajorArray(), matrix.RowCount);

    /// <summary>A copy.</summary>
    public static Matrix<T> Matrix(Columns<T> columns) => Matrix<T>.Build.Dense(columns.Size, columns.Count, columns.AsSpan().ToArray());
}
