using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The norm that a config asks for.</summary>
internal static class Norms
{
    /// <summary>A norm of the features of a token, as it is before training.</summary>
    /// <param name="name">What its parameters' names begin with.</param>
    /// <param name="config">The model.</param>
    internal static Layer<T> Create<T>(string name, TransformerConfig config)
        where T : unmanaged, IFloatingPointIeee754<T> => config.Norm switch
        {
            NormKind.LayerNorm => new LayerNorm<T>(name, config.ModelSize, config.HasBiases, config.NormEpsilon),
            _ => new RmsNorm<T>(name, config.ModelSize, config.NormEpsilon),
        };
}
