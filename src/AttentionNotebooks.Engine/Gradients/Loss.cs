using System.Numerics;
using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The losses: what gradient descent makes small.</summary>
public static class Loss
{
    /// <summary>½·Σ (O − target)², summed over all entries, with the gradient O − target.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="target">What the output should be, of its shape; finite.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">The target is empty, or an entry is NaN or infinite.</exception>
    public static Loss<T> SquaredError<T>(Matrix<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check.FiniteAndNotEmpty(target);
        return new Loss<T>(output => HalfOfSquares(Error(output, target)), output => Error(output, target));
    }

    /// <summary>A loss of one's own.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="value">L of an output.</param>
    /// <param name="gradient">dL/dO of an output, of its shape. <see cref="GradientCheck"/> tells whether the two fit together.</param>
    /// <returns>The loss.</returns>
    public static Loss<T> Custom<T>(Func<Matrix<T>, T> value, Func<Matrix<T>, Matrix<T>> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(gradient);
        return new Loss<T>(value, gradient);
    }

    private static T HalfOfSquares<T>(Matrix<T> error)
        where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.SumOfSquares(error.ColumnMajor()) / T.CreateChecked(2);

    private static Matrix<T> Error<T>(Matrix<T> output, Matrix<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Shape.Of(output) == Shape.Of(target)) return output - target;
        throw Check.Wrong(nameof(output), $"output must have the shape of the target: output is {Shape.Of(output)}, the target is {Shape.Of(target)}.");
    }
}
