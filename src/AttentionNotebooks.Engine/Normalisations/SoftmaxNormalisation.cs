using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

internal sealed class SoftmaxNormalisation : Normalisation
{
    internal SoftmaxNormalisation(double temperature)
    {
        if (!(temperature > 0 && double.IsFinite(temperature)))
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "temperature must be a positive finite number.");
        Temperature = temperature;
    }

    public override string Name => "softmax";

    internal double Temperature { get; }

    /// <summary>τ in the precision of the scores.</summary>
    internal T TemperatureOf<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => T.Max(Finite<T>(Temperature), T.Epsilon);

    private protected override void Apply<T>(ReadOnlySpan<T> scores, Span<T> weights) => Normalise.Softmax(scores, TemperatureOf<T>(), weights);

    /// <summary>dαᵢ = α′ᵢ·(dα′ᵢ − Σₘ α′ₘ·dα′ₘ) / τ.</summary>
    private protected override void Backward<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> weights, Span<T> gradient)
    {
        TensorPrimitives.Subtract(gradient, TensorPrimitives.Dot(weights, gradient), gradient);
        TensorPrimitives.Multiply(gradient, weights, gradient);
        TensorPrimitives.Divide(gradient, TemperatureOf<T>(), gradient);
    }
}
