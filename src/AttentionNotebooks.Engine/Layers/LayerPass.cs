using System.Numerics;

namespace AttentionNotebooks;

/// <summary>A forward pass that has been run, and can be run backwards once.</summary>
/// <param name="output">What it computed, one token a column.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal abstract class LayerPass<T>(Columns<T> output)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Y, one token a column.</summary>
    internal Columns<T> Output { get; } = output;

    /// <summary>The chain rule.</summary>
    /// <param name="outputGradient">dL/dY, of the shape of the output. Not changed.</param>
    /// <param name="gradients">dL/dP of each parameter P is added to it.</param>
    /// <returns>dL/dX, of the shape of the input.</returns>
    internal abstract Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients);
}
