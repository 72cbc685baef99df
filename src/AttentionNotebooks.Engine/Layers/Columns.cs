using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks;

/// <summary>Vectors on their way through a model, one token a column, in memory that is lent for one pass.</summary>
/// <param name="Values">The numbers, column by column.</param>
/// <param name="Size">The entries of a column.</param>
internal readonly record struct Columns<T>(ArraySegment<T> Values, int Size)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many columns there are.</summary>
    internal int Count => Values.Count / Size;

    /// <summary>One token.</summary>
    internal Span<T> this[int column] => Values.AsSpan(column * Size, Size);

    /// <summary>Columns whose numbers are not known yet.</summary>
    internal static Columns<T> Rent(ArrayLoan<T> loan, int size, int count) => new(loan.Rent(size * count), size);

    /// <summary>Columns like these whose numbers are not known yet.</summary>
    internal Columns<T> Like(ArrayLoan<T> loan) => Rent(loan, Size, Count);

    /// <summary>Some neighbouring columns.</summary>
    internal Columns<T> Part(int first, int count) => new(Values.Slice(first * Size, count * Size), Size);

    /// <summary>The sum with columns of the same size and count: a residual connection, or where two gradients meet.</summary>
    internal Columns<T> Plus(Columns<T> other, ArrayLoan<T> loan)
    {
        Columns<T> sum = Like(loan);
        TensorPrimitives.Add(AsSpan(), other.AsSpan(), sum.AsSpan());
        return sum;
    }

    internal Span<T> AsSpan() => Values;
}
