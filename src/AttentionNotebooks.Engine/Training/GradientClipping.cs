using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks;

/// <summary>Keeps a step from going too far: scales all gradients down together where their norm is too great (Pascanu, Mikolov &amp; Bengio 2013, algorithm 1).</summary>
/// <remarks>As <c>torch.nn.utils.clip_grad_norm_</c> does it.</remarks>
internal static class GradientClipping
{
    /// <summary>What PyTorch adds to the norm, so that zeros stay zeros.</summary>
    private const double Epsilon = 1e-6;

    /// <summary>√(Σ g²) over all numbers of all parameters, summed up in double precision and always in the same order.</summary>
    internal static double Norm<T>(IReadOnlyList<Parameter<T>> parameters, ParameterGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (Parameter<T> parameter in parameters) sum += SumOfSquares<T>(gradients.Of(parameter));
        return Math.Sqrt(sum);
    }

    /// <summary>Multiplies all gradients by min(1, greatest / (norm + 10⁻⁶)).</summary>
    internal static void Clip<T>(IReadOnlyList<Parameter<T>> parameters, ParameterGradients<T> gradients, double norm, double greatest)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double scale = greatest / (norm + Epsilon);
        if (scale >= 1) return;
        foreach (Parameter<T> parameter in parameters) TensorPrimitives.Multiply(gradients.Of(parameter), T.CreateChecked(scale), gradients.Of(parameter));
    }

    /// <summary>Not <see cref="TensorPrimitives"/>, whose sums depend on where the numbers lie in memory.</summary>
    private static double SumOfSquares<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double even = 0, odd = 0;
        for (int index = 0; index + 1 < values.Length; index += 2)
        {
            double left = double.CreateTruncating(values[index]), right = double.CreateTruncating(values[index + 1]);
            even += left * left;
            odd += right * right;
        }

        double last = values.Length % 2 == 0 ? 0 : double.CreateTruncating(values[^1]);
        return even + odd + (last * last);
    }
}
