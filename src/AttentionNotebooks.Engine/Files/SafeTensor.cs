using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A named tensor of a safetensors file. Immutable.</summary>
public sealed class SafeTensor
{
    private readonly long[] shape;

    internal SafeTensor(string name, DType type, long[] shape, ReadOnlyMemory<byte> bytes)
    {
        Name = name;
        Type = type;
        this.shape = shape;
        Bytes = bytes;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What its elements are.</summary>
    public DType Type { get; }

    /// <summary>Its sizes, the slowest first: rows, columns for a matrix; none for a single number.</summary>
    public IReadOnlyList<long> Shape => shape.AsReadOnly();

    /// <summary>The elements as they are in the file: row by row, little-endian.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>A matrix to be written, as F32 or F64 after its precision.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name in the file.</param>
    /// <param name="values">Rows×columns; copied.</param>
    /// <returns>The tensor [rows, columns].</returns>
    /// <exception cref="ArgumentException">The name is not valid Unicode, or is <c>__metadata__</c>.</exception>
    public static SafeTensor Of<T>(string name, Matrix<T> values)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        CheckName(name);
        ArgumentNullException.ThrowIfNull(values);
        return new SafeTensor(name, Elements.TypeOf<T>(), [values.RowCount, values.ColumnCount], Elements.ToBytes<T>(values.ToRowMajorArray()));
    }

    /// <summary>A vector to be written, as F32 or F64 after its precision.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">Its name in the file.</param>
    /// <param name="values">Any length; copied.</param>
    /// <returns>The tensor [length].</returns>
    /// <exception cref="ArgumentException">The name is not valid Unicode, or is <c>__metadata__</c>.</exception>
    public static SafeTensor Of<T>(string name, Vector<T> values)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        CheckName(name);
        ArgumentNullException.ThrowIfNull(values);
        return new SafeTensor(name, Elements.TypeOf<T>(), [values.Count], Elements.ToBytes<T>(values.ToArray()));
    }

    /// <summary>The numbers as a matrix. Those of a lower precision are exact, those of a higher one are rounded.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>Rows×columns; a vector is a matrix of one column.</returns>
    /// <exception cref="InvalidDataException">It has neither one nor two dimensions, or its elements are not F64, F32, F16 or BF16.</exception>
    public Matrix<T> ToMatrix<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (shape.Length is not (1 or 2)) throw new InvalidDataException($"Tensor {Untrusted.Quote(Name)} must have one or two dimensions to be a matrix: it is {ShapeText}.");
        int rows = Size(0), columns = shape.Length == 1 ? 1 : Size(1);

        // Row by row, an r×c matrix is what a c×r matrix is column by column.
        return Matrix<T>.Build.Dense(columns, rows, Numbers<T>()).Transpose();
    }

    /// <summary>The numbers as a vector. Those of a lower precision are exact, those of a higher one are rounded.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>As many entries as its one dimension says.</returns>
    /// <exception cref="InvalidDataException">It has not just one dimension, or its elements are not F64, F32, F16 or BF16.</exception>
    public Vector<T> ToVector<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (shape.Length != 1) throw new InvalidDataException($"Tensor {Untrusted.Quote(Name)} must have one dimension to be a vector: it is {ShapeText}.");
        return Vector<T>.Build.Dense(Numbers<T>());
    }

    /// <summary>Name, dtype and shape.</summary>
    /// <returns>For example <c>linear1.weight: F32 [64, 16]</c>.</returns>
    public override string ToString() => $"{Untrusted.Plain(Name)}: {Type.Name()} {ShapeText}";

    /// <summary>As PyTorch writes it, for example <c>[64, 16]</c>.</summary>
    internal string ShapeText => $"[{string.Join(", ", shape)}]";

    private T[] Numbers<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Elements.TryRead(Bytes.Span, Type, out T[]? numbers)
            ? numbers
            : throw new InvalidDataException($"Tensor {Untrusted.Quote(Name)} must be F64, F32, F16 or BF16 to be read as numbers: it is {Type.Name()}.");

    private int Size(int dimension) => shape[dimension] <= int.MaxValue
        ? (int)shape[dimension]
        : throw new InvalidDataException($"Tensor {Untrusted.Quote(Name)} must have at most {int.MaxValue} rows and columns to be a matrix: it is {ShapeText}.");

    private static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Untrusted.MustBeUnicode(name, nameof(name));
        if (name == SafeTensorHeader.MetadataName) throw new ArgumentException($"name must not be {name}: the format keeps it for the metadata.", nameof(name));
    }
}
