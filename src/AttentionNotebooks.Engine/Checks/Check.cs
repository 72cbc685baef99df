using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The checks of the public border. Each message names the argument, says what it is and what was expected.</summary>
internal static class Check
{
    /// <summary>The exception for an argument of a caller further up.</summary>
    internal static ArgumentException Wrong(string name, string message) => new(message, name);

    /// <summary>Steps that must each come after the one before.</summary>
    internal static void Ascending(IEnumerable<int> steps, string name)
    {
        foreach ((int before, int step) in steps.Zip(steps.Skip(1)))
        {
            if (step <= before) throw new ArgumentException($"{name} must be in the order of their steps, no step twice: step {step} follows step {before}.", name);
        }
    }

    /// <summary>At least one matrix, and each of them finite and not empty.</summary>
    internal static void EachFiniteAndNotEmpty<T>(
        IReadOnlyList<Matrix<T>> matrices, [CallerArgumentExpression(nameof(matrices))] string name = "")
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(matrices, name);
        if (matrices.Count == 0) throw new ArgumentException($"{name} must hold at least one head: it is empty.", name);
        for (int head = 0; head < matrices.Count; head++)
            FiniteAndNotEmpty(matrices[head], $"{name}[{head}]", argument: name);
    }

    /// <summary>At least one matrix, none of them null, all of the same shape and not empty.</summary>
    internal static void AlikeAndNotEmpty<T>(IReadOnlyList<Matrix<T>> matrices, [CallerArgumentExpression(nameof(matrices))] string name = "")
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(matrices, name);
        if (matrices.Count == 0) throw new ArgumentException($"{name} must hold at least one head: it is empty.", name);
        for (int head = 0; head < matrices.Count; head++)
        {
            if (matrices[head] is not { RowCount: > 0, ColumnCount: > 0 } matrix) NotEmpty(matrices[head], $"{name}[{head}]", name);
            else if (Shape.Of(matrix) != Shape.Of(matrices[0]))
                throw new ArgumentException($"{name} must hold matrices of one shape: {name}[{head}] is {Shape.Of(matrix)}, {name}[0] is {Shape.Of(matrices[0])}.", name);
        }
    }

    /// <summary>Two lists that must be of the same length.</summary>
    internal static void SameCount<T>(IReadOnlyList<Matrix<T>> matrices, string name, IReadOnlyList<Matrix<T>> other, string otherName)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (matrices.Count != other.Count)
            throw new ArgumentException($"{name} must hold as many heads as {otherName}: {name} holds {matrices.Count}, {otherName} {other.Count}.", name);
    }

    /// <summary>Two lists of which the length of one must divide that of the other.</summary>
    internal static void DivisorOfCount<T>(IReadOnlyList<Matrix<T>> matrices, string name, IReadOnlyList<Matrix<T>> other, string otherName)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (other.Count % matrices.Count != 0)
        {
            throw new ArgumentException(
                $"{name} must hold a divisor of the number of heads in {otherName}: {name} holds {matrices.Count}, {otherName} {other.Count}.", name);
        }
    }

    /// <summary>At least one row and column, and every entry a finite number.</summary>
    internal static void FiniteAndNotEmpty<T>(
        Matrix<T> matrix, [CallerArgumentExpression(nameof(matrix))] string name = "", string? argument = null)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        argument ??= name;
        NotEmpty(matrix, name, argument);
        ReadOnlySpan<T> values = matrix.ColumnMajor();
        if (TensorPrimitives.IsFiniteAll(values)) return;
        for (int index = 0; index < values.Length; index++)
        {
            if (!T.IsFinite(values[index]))
            {
                throw new ArgumentException(
                    $"{name} must hold finite numbers only: {name}[{index % matrix.RowCount}, {index / matrix.RowCount}] is {values[index]}.", argument);
            }
        }
    }

    private static void NotEmpty<T>(Matrix<T> matrix, string name, string argument)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (matrix is null) throw new ArgumentNullException(argument, $"{name} must not be null.");
        if (matrix.RowCount == 0 || matrix.ColumnCount == 0)
            throw new ArgumentException($"{name} must have at least one row and one column: {name} is {Shape.Of(matrix)}.", argument);
    }

    /// <summary>Every entry a finite number.</summary>
    internal static void Finite<T>(Vector<T> vector, [CallerArgumentExpression(nameof(vector))] string name = "", string? argument = null)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(vector, argument ?? name);
        for (int index = 0; index < vector.Count; index++)
        {
            if (!T.IsFinite(vector[index]))
                throw new ArgumentException($"{name} must hold finite numbers only: {name}[{index}] is {vector[index]}.", argument ?? name);
        }
    }

    /// <summary>One finite number for each row of what a bias belongs to.</summary>
    internal static void Bias<T>(Vector<T> bias, int rows, string of, [CallerArgumentExpression(nameof(bias))] string name = "", string? argument = null)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (bias.Count != rows) throw new ArgumentException($"{name} must have {rows} entries, one for each row of {of}: it has {bias.Count}.", argument ?? name);
        Finite(bias, name, argument);
    }

    /// <summary>Two matrices whose rows must agree.</summary>
    internal static void SameRows<T>(Matrix<T> matrix, string name, Matrix<T> other, string otherName)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (matrix.RowCount != other.RowCount)
        {
            throw new ArgumentException(
                $"{name} must have as many rows as {otherName}: {name} is {Shape.Of(matrix)}, {otherName} is {Shape.Of(other)}.", name);
        }
    }

    /// <summary>Two matrices whose columns must agree.</summary>
    internal static void SameColumns<T>(Matrix<T> matrix, string name, Matrix<T> other, string otherName, string? argument = null)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (matrix.ColumnCount != other.ColumnCount)
        {
            throw new ArgumentException(
                $"{name} must have as many columns as {otherName}: {name} is {Shape.Of(matrix)}, {otherName} is {Shape.Of(other)}.", argument ?? name);
        }
    }

    /// <summary>A product <c>weights · input</c> whose inner sizes must agree.</summary>
    internal static void Multiplies<T>(Matrix<T> weights, string weightsName, Matrix<T> input, string inputName)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (weights.ColumnCount != input.RowCount)
        {
            throw new ArgumentException(
                $"{inputName} must have as many rows as {weightsName} has columns: {inputName} is {Shape.Of(input)}, {weightsName} is {Shape.Of(weights)}.",
                inputName);
        }
    }

    /// <summary>A finite gradient of the shape of what it is the gradient of.</summary>
    internal static void GradientOf<T>(LabelledMatrix<T> output, Matrix<T> outputGradient)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        FiniteAndNotEmpty(outputGradient);
        if (Shape.Of(outputGradient) != output.Shape)
        {
            throw new ArgumentException(
                $"outputGradient must be {output.Shape}, like the output: outputGradient is {Shape.Of(outputGradient)}.", nameof(outputGradient));
        }
    }

    /// <summary>A number of labels that must equal a number of rows or columns.</summary>
    internal static void LabelCount(IReadOnlyList<string>? labels, string name, int expected, string of)
    {
        if (labels is not null && labels.Count != expected)
            throw new ArgumentException($"{name} must hold one label for each of the {expected} {of}: it holds {labels.Count}.", name);
    }

    /// <summary>A count of parts that must divide a size.</summary>
    internal static void Divides(int parts, string partsName, int size, string sizeName)
    {
        if (size % parts != 0)
            throw new ArgumentException($"{partsName} must divide {sizeName}: {partsName} is {parts}, {sizeName} is {size}.", partsName);
    }

    /// <summary>An index into something that a person counts.</summary>
    internal static void Index(int index, int count, string of, [CallerArgumentExpression(nameof(index))] string name = "")
    {
        if (index < 0 || index >= count)
            throw new ArgumentOutOfRangeException(name, index, $"{name} must be from 0 to {count - 1}: there are {count} {of}.");
    }

    /// <summary>A dense matrix of that shape to write into.</summary>
    /// <returns>Its storage.</returns>
    internal static T[] Destination<T>(Matrix<T> matrix, Shape expected, string name, int? head = null)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (matrix is not null && Shape.Of(matrix) == expected && matrix.AsColumnMajorArray() is { } storage) return storage;
        string which = head is null ? name : $"{name}[{head}]";
        if (matrix is null) throw new ArgumentNullException(name, $"{which} must not be null.");
        if (Shape.Of(matrix) != expected) throw new ArgumentException($"{which} must be {expected}: {which} is {Shape.Of(matrix)}.", name);
        throw new ArgumentException($"{which} must be a dense matrix, which can be written into: it is a {matrix.GetType().Name}.", name);
    }
}
