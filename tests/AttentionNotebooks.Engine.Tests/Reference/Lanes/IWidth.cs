using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Reference.Lanes;

/// <summary>The kernels at one vector width, behind calls that do not name the vector, so that a test can hold every width to the same truth.</summary>
internal interface IWidth<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The lanes of a panel, 2·Count.</summary>
    int Lanes { get; }

    /// <summary>Whether a · b + c is rounded once here.</summary>
    bool RoundsOnce { get; }

    /// <summary>O, and the weights where the head has room for them.</summary>
    void Attend(in HeadSpans<T> head, in ScoreRule<T> rule, Range queries);

    /// <summary>The backward pass, after a forward pass that kept the logarithms of the sums.</summary>
    void Differentiate(in HeadSpans<T> head, in ScoreRule<T> rule, in GradientSpans<T> gradients);

    /// <summary>One tile.</summary>
    void Multiply(TileCase<T> tile, Span<T> c);

    /// <summary>One panel times some columns.</summary>
    void MultiplyPanel(ReadOnlySpan<T> panel, int lanes, ReadOnlySpan<T> b, int columns, Span<T> c, int step);

    /// <summary>2ˣ of each number, in place; as many as fill vectors.</summary>
    void RaiseTwo(Span<T> exponents);

    /// <summary>Lanes of a where the bit is set, of b elsewhere.</summary>
    T[] Select(ulong bits, T a, T b);
}
