using System.Numerics;
using System.Text.Json;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>dL/d of each tensor, by the name that PyTorch's side has for it.</summary>
internal sealed class GoldenGradients : Dictionary<string, JsonElement>
{
    /// <summary>Both sides round a few dozen times on the way, with numbers up to the greatest of all gradients; 2¹⁰ roundings are allowed.</summary>
    private const double Roundings = 1024;

    private double Greatest => Values.Max(Magnitude);

    /// <summary>A tensor of a row a token, or a row a query.</summary>
    public void AgreeOnTokens<T>(string name, LabelledMatrix<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T> => Agree(GoldenFile.Columns<double>(Rows(this[name])), gradient.Values, name);

    /// <summary>The same of each head.</summary>
    public void AgreeOnHeads<T>(string name, IEnumerable<LabelledMatrix<T>> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach ((JsonElement expected, LabelledMatrix<T> gradient) in this[name].EnumerateArray().Zip(gradients))
            Agree(GoldenFile.Columns<double>(Rows(expected)), gradient.Values, $"{name} of a head");
    }

    /// <summary>A learned matrix or vector, which may hold those of several heads one below the other.</summary>
    public void AgreeOnLearned<T>(string name, params LabelledMatrix<T>?[] gradients)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Agree(GoldenFile.Rows<double>(Rows(this[name])), gradients.Select(gradient => gradient!.Values).Aggregate((upper, lower) => upper.Stack(lower)), name);

    private void Agree<T>(Matrix<double> expected, Matrix<T> actual, string name)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Near.Equal(expected, actual, Roundings * RoundingBound.Epsilon<T>() * Math.Max(1, Greatest), $"dL/d {name}");

    private static double Magnitude(JsonElement tensor) =>
        tensor.ValueKind == JsonValueKind.Array ? tensor.EnumerateArray().Max(Magnitude) : Math.Abs(tensor.GetDouble());

    /// <summary>A vector is a matrix of one column.</summary>
    private static double[][] Rows(JsonElement tensor) =>
        [.. tensor.EnumerateArray().Select(row => row.ValueKind == JsonValueKind.Array ? row.Deserialize<double[]>()! : [row.GetDouble()])];
}
