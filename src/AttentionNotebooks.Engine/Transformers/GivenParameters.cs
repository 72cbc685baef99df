using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Parameters by name, as files hold them, on their way into a model.</summary>
internal static class GivenParameters
{
    /// <summary>Refuses to make a model that is far larger than what is given, since a config from a file may say anything.</summary>
    internal static void CheckCount<T>(IReadOnlyDictionary<string, Matrix<T>> parameters, TransformerConfig config)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double given = parameters.Values.Sum(matrix => matrix is null ? 0 : (double)matrix.RowCount * matrix.ColumnCount), least = LeastCount(config);
        if (given < least / 2) throw Wrong($"parameters must hold the at least {least:0} numbers of a model of this config: it holds {given:0}.");
    }

    /// <summary>Copies each into its place.</summary>
    /// <exception cref="ArgumentException">One is missing, unknown or of another shape.</exception>
    internal static void Copy<T>(IReadOnlyDictionary<string, Matrix<T>> parameters, IReadOnlyList<Parameter<T>> into)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Refuse("lacks", into.Select(parameter => parameter.Name).Where(name => !parameters.ContainsKey(name)));
        Refuse("holds what the model does not have:", parameters.Keys.Except(into.Select(parameter => parameter.Name)));
        foreach (Parameter<T> parameter in into)
        {
            Matrix<T> given = parameters[parameter.Name];
            if (given is null) throw new ArgumentNullException(nameof(parameters), $"parameters['{parameter.Name}'] must not be null.");
            if (Shape.Of(given) != Shape.Of(parameter.Values))
                throw Wrong($"parameters['{parameter.Name}'] must be {Shape.Of(parameter.Values)}: it is {Shape.Of(given)}.");
        }

        foreach (Parameter<T> parameter in into) parameters[parameter.Name].ColumnMajor().CopyTo(parameter.Storage);
    }

    /// <summary>The entries of the matrices that every model has.</summary>
    private static double LeastCount(TransformerConfig config)
    {
        double size = config.ModelSize, places = config.Positions == PositionKind.Learned ? config.MaxTokens : 0;
        double block = (2 * size * size) + (2 * size * (config.FeedForwardSize ?? 4 * size));
        return (size * ((2.0 * config.VocabularySize) + places)) + (config.Layers * block);
    }

    private static void Refuse(string verb, IEnumerable<string> names)
    {
        string[] all = [.. names.Select(name => $"'{name}'")];
        if (all.Length > 0) throw Wrong($"parameters must hold each parameter of the model and no other: it {verb} {string.Join(", ", all)}.");
    }

    private static ArgumentException Wrong(string message) => Check.Wrong("parameters", message);
}
