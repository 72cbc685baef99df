using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Which projections have biases, by name, so that theories can cross it with everything else.</summary>
public enum BiasCase
{
    None,
    Query,
    Key,
    Value,
    All,
}

internal static class BiasCases
{
    public static ProjectionBiases<T> Draw<T>(this BiasCase name, int query, int key, int value, int seed)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        return new() { Query = Bias(BiasCase.Query, query), Key = Bias(BiasCase.Key, key), Value = Bias(BiasCase.Value, value) };

        Vector<T>? Bias(BiasCase own, int size) => name == own || name == BiasCase.All ? Samples.DrawVector<T>(size, seed + (int)own) : null;
    }
}
