using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A tensor that is learned: a matrix, or a vector as a matrix of one column.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Its gradients are no part of it, so that several threads can run the same model backwards (<see cref="ParameterGradients{T}"/>).</remarks>
public sealed class Parameter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A parameter over numbers that are there already.</summary>
    /// <param name="name">Its name in a file, as PyTorch calls it.</param>
    /// <param name="values">The numbers, dense.</param>
    internal Parameter(string name, Matrix<T> values)
    {
        Name = name;
        Values = values;
    }

    /// <summary>Its name in a file, for example <c>layers.0.self_attn.in_proj_weight</c>.</summary>
    public string Name { get; }

    /// <summary>The numbers, dense; a vector has one column. Training writes into them.</summary>
    public Matrix<T> Values { get; }

    /// <summary>How many numbers are learned.</summary>
    public int Count => Values.RowCount * Values.ColumnCount;

    /// <summary>Whether it is a vector: a bias, or the gain of a norm. Such are not drawn towards zero (weight decay).</summary>
    internal bool IsVector => Values.ColumnCount == 1;

    /// <summary>The numbers column by column.</summary>
    internal T[] Storage => Values.AsColumnMajorArray();
}
