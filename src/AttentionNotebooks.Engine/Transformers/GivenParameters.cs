using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Parameters by name, as files hold them, on their way into a model.</summary>
internal static class GivenParameters
{
    /// <summary>How many missing parameters are named: a config from a file may ask for any number of them.</summary>
    private const int MostNamed = 8;

    /// <summary>Compares them with what a model is to have, before it is made.</summary>
    /// <exception cref="ArgumentException">One is missing, unknown or of another shape.</exception>
    internal static void Check<T>(IReadOnlyDictionary<string, Matrix<T>> parameters, IEnumerable<(string Name, long[] Shape)> shapes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Refuse("lacks", shapes.Select(shape => shape.Name).Where(name => !parameters.ContainsKey(name)).Take(MostNamed));
        Refuse("holds what the model does not have:", parameters.Keys.Except(shapes.Select(shape => shape.Name)));
        foreach ((string name, long[] shape) in shapes)
        {
            Matrix<T> given = parameters[name];
            if (given is null) throw new ArgumentNullException(nameof(parameters), $"parameters['{name}'] must not be null.");
            (long rows, long columns) = (shape[0], shape.Length == 1 ? 1 : shape[1]);
            if ((given.RowCount, given.ColumnCount) != (rows, columns)) throw Wrong($"parameters['{name}'] must be {rows}×{columns}: it is {Shape.Of(given)}.");
        }
    }

    /// <summary>Copies each into its place.</summary>
    internal static void Copy<T>(IReadOnlyDictionary<string, Matrix<T>> parameters, IEnumerable<Parameter<T>> into)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (Parameter<T> parameter in into) parameters[parameter.Name].ColumnMajor().CopyTo(parameter.Storage);
    }

    private static void Refuse(string verb, IEnumerable<string> names)
    {
        string[] all = [.. names.Select(name => $"'{name}'")];
        if (all.Length > 0) throw Wrong($"parameters must hold each parameter of the model and no other: it {verb} {string.Join(", ", all)}.");
    }

    private static ArgumentException Wrong(string message) => AttentionNotebooks.Check.Wrong("parameters", message);
}
