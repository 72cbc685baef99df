using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>How wrong an output is, as one number, and how that changes with each entry of the output. Made by <see cref="Loss"/>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Loss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Func<Matrix<T>, T> value;
    private readonly Func<Matrix<T>, Matrix<T>> gradient;

    internal Loss(Func<Matrix<T>, T> value, Func<Matrix<T>, Matrix<T>> gradient)
    {
        this.value = value;
        this.gradient = gradient;
    }

    /// <summary>L.</summary>
    /// <param name="output">O, of the shape that the loss is for.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">The shape is not that of the target.</exception>
    public T Of(Matrix<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return value(output);
    }

    /// <summary>dL/dO, where the backward pass begins.</summary>
    /// <param name="output">O, of the shape that the loss is for.</param>
    /// <returns>A matrix of the shape of the output.</returns>
    /// <exception cref="ArgumentException">The shape is not that of the target.</exception>
    public Matrix<T> Gradient(Matrix<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return gradient(output);
    }
}
