using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Takes the tensors of one module out of a file, each by its name and shape, and refuses what the module does not know.</summary>
/// <param name="file">The file.</param>
/// <param name="prefix">What the names of the module's tensors begin with; others are not looked at.</param>
internal sealed class StateDict<T>(SafeTensorFile file, string prefix)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly HashSet<string> taken = [];

    internal bool Has(string name) => file.TryGet(prefix + name, out _);

    /// <summary>The shape of a matrix that decides itself about it.</summary>
    internal Shape ShapeOf(string name)
    {
        SafeTensor tensor = file.Get(prefix + name);
        return tensor.Shape is [>= 1 and <= int.MaxValue, >= 1 and <= int.MaxValue]
            ? new Shape((int)tensor.Shape[0], (int)tensor.Shape[1])
            : throw Misshapen(tensor, "a matrix that is not empty");
    }

    /// <summary>Finite numbers of a shape; those of a vector in one column.</summary>
    internal Matrix<T> Take(string name, params long[] shape)
    {
        SafeTensor tensor = file.Get(prefix + name);
        if (!tensor.Shape.SequenceEqual(shape)) throw Misshapen(tensor, $"[{string.Join(", ", shape)}]");
        Matrix<T> values = tensor.ToMatrix<T>();
        if (!TensorPrimitives.IsFiniteAll(values.ColumnMajor())) throw NotFinite(tensor, values);
        _ = taken.Add(tensor.Name);
        return values;
    }

    /// <summary>To be called when all has been taken.</summary>
    internal void MustHoldNothingElse()
    {
        string[] others = [.. file.Tensors.Select(tensor => tensor.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && !taken.Contains(name))];
        if (others.Length > 0)
            throw new InvalidDataException($"The file must hold {Untrusted.List(taken)}, and of this module nothing else: it holds {Untrusted.List(others)}.");
    }

    private static InvalidDataException Misshapen(SafeTensor tensor, string expected) =>
        new($"Tensor {Untrusted.Quote(tensor.Name)} must be {expected}: it is {tensor.ShapeText}.");

    private static InvalidDataException NotFinite(SafeTensor tensor, Matrix<T> values)
    {
        (int row, int column, T value) = values.EnumerateIndexed().First(entry => !T.IsFinite(entry.Item3));
        return new InvalidDataException(
            $"Tensor {Untrusted.Quote(tensor.Name)} must hold finite numbers only: in row {row}, column {column}, it holds {value} as {typeof(T).Name}.");
    }
}
