using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The checks of the public border. Each message names the argument, says what it is and what was expected.</summary>
internal static class Check
{
    /// <summary>The exception for an argument of a caller further up.</summary>
    internal static ArgumentException Wrong(string name, string message) => new(message, name);

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

    /// <summary>At least one row and column, and every entry a finite number.</summary>
    internal static void FiniteAndNotEmpty<T>(
        Matrix<T> matrix, [CallerArgumentExpression(nameof(matrix))] string name = "", string? argument = null)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        argument ??= name;
        if (matrix is null) throw new ArgumentNullException(argument, $"{name} must not be null.");
        if (matrix.RowCount == 0 || matrix.ColumnCount == 0)
            throw new ArgumentException($"{name} must have at least one row and one column: {name} is {Shape.Of(matrix)}.", argument);

        ReadOnlySpan<T> values = matrix.ColumnMajor();
        for (int index = 0; index < values.Length; index++)
        {
            if (!T.IsFinite(values[index]))
            {
                throw new ArgumentException(
                    $"{name} must hold finite numbers only: {name}[{index % matrix.RowCount}, {index / matrix.RowCount}] is {values[index]}.", argument);
            }
        }
    }

    /// <summary>Every entry a finite number.</summary>
    internal static void Finite<T>(Vector<T> vector, [CallerArgumentExpression(nameof(vector))] string name = "")
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(vector, name);
        for (int index = 0; index < vector.Count; index++)
        {
            if (!T.IsFinite(vector[index]))
                throw new ArgumentException($"{name} must hold finite numbers only: {name}[{index}] is {vector[index]}.", name);
        }
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
}
