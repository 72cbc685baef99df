using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A vector with its name, its symbol and, where they are known, the labels of its entries.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class LabelledVector<T> : EngineResult
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    /// <summary>Labels a vector.</summary>
    /// <param name="values">Any length; not copied.</param>
    /// <param name="name">What it is, for example <c>Query</c>.</param>
    /// <param name="symbol">How formulas call it, for example <c>q</c>; empty where there is none.</param>
    /// <param name="labels">One label an entry, or null.</param>
    /// <exception cref="ArgumentException">The number of labels differs from the number of entries.</exception>
    public LabelledVector(Vector<T> values, string name, string symbol = "", IReadOnlyList<string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(symbol);
        Check.LabelCount(labels, nameof(labels), values.Count, "entries");
        Values = values;
        Name = name;
        Symbol = symbol;
        Labels = labels;
    }

    /// <summary>The numbers.</summary>
    public Vector<T> Values { get; }

    /// <summary>What the vector is, for example <c>Query</c>.</summary>
    public string Name { get; }

    /// <summary>How formulas call it, for example <c>q</c>; empty where there is none.</summary>
    public string Symbol { get; }

    /// <summary>One label an entry, or null.</summary>
    public IReadOnlyList<string>? Labels { get; }

    /// <summary>One entry.</summary>
    /// <param name="index">From 0.</param>
    public T this[int index] => Values[index];

    /// <summary>The numbers alone.</summary>
    /// <param name="vector">The labelled vector.</param>
    public static implicit operator Vector<T>(LabelledVector<T> vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return vector.Values;
    }

    /// <summary>The numbers alone, for languages without implicit conversions.</summary>
    /// <returns><see cref="Values"/>.</returns>
    public Vector<T> ToVector() => Values;

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);
}
