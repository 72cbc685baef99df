using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>The first step of a pass where the vectors are given, and where their gradient arrives.</summary>
internal sealed class GivenInput<T>(Matrix<T> input) : LayerPass<T>(BothPasses<T>.Columns(input))
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>dL/dX, once the pass has been run backwards.</summary>
    public Matrix<T>? Gradient { get; private set; }

    internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
    {
        Gradient = BothPasses<T>.Matrix(outputGradient);
        return default;
    }
}
