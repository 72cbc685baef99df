using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Parameters by name, as files hold them, on their way into a model.</summary>
internal static class GivenParameters
{
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

    private static void Refuse(string verb, IEnumerable<string> names)
    {
        string[] all = [.. names.Select(name => $"'{name}'")];
        if (all.Length > 0) throw Wrong($"parameters must hold each parameter of the model and no other: it {verb} {string.Join(", ", all)}.");
    }

    private static ArgumentException Wrong(string message) => Check.Wrong("parameters", message);
}
