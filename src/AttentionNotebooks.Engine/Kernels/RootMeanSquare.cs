using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks.Kernels;

/// <summary>A vector brought to a root mean square of 1, forwards and backwards; the core of both norms.</summary>
/// <remarks>
/// s  = 1 / √(Σ xᵢ² / r + ε)
/// x̂  = s·x
/// dx = s·(dx̂ − x̂ · (dx̂ᵀx̂) / r)
/// </remarks>
internal static class RootMeanSquare
{
    /// <summary>x̂, which may be the span of x.</summary>
    /// <returns>s.</returns>
    internal static T Scale<T>(ReadOnlySpan<T> x, T epsilon, Span<T> scaled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T scale = T.One / T.Sqrt((Sums.Dot(x, x) / T.CreateChecked(x.Length)) + epsilon);
        TensorPrimitives.Multiply(x, scale, scaled);
        return scale;
    }

    /// <summary>dx̂ becomes dx.</summary>
    internal static void Backward<T>(ReadOnlySpan<T> scaled, T scale, Span<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T product = Sums.Dot<T>(gradient, scaled) / T.CreateChecked(scaled.Length);
        TensorPrimitives.MultiplyAdd(scaled, -product, gradient, gradient);
        TensorPrimitives.Multiply(gradient, scale, gradient);
    }
}
