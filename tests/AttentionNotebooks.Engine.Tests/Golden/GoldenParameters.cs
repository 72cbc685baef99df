using System.Numerics;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>The parameters of a module by PyTorch's names, and ours behind a prefix.</summary>
internal static class GoldenParameters
{
    public const string Prefix = "layers.0";

    /// <summary>In what several products and a softmax, forwards and backwards, have made.</summary>
    public const int Roundings = 32;

    /// <summary>Copies them into ours, which must have the same names in the same order.</summary>
    public static void Load<T>(Dictionary<string, double[][]> values, IEnumerable<Parameter<T>> into)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(values.Keys, into.Select(Key));
        foreach (Parameter<T> parameter in into) GoldenFile.Rows<T>(values[Key(parameter)]).CopyTo(parameter.Values);
    }

    /// <summary>Asserts that the gradients are the same.</summary>
    public static void Same<T>(Dictionary<string, double[][]> expected, IEnumerable<Parameter<T>> parameters, ParameterGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Assert.All(parameters, parameter => GoldenFile.Same(GoldenFile.Rows<double>(expected[Key(parameter)]), gradients[parameter], parameter.Name, Roundings));

    private static string Key<T>(Parameter<T> parameter)
        where T : unmanaged, IFloatingPointIeee754<T> => parameter.Name[(Prefix.Length + 1)..];
}
