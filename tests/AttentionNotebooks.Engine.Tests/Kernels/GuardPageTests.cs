using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Kernels;

/// <summary>Operands and results that end where memory ends: a kernel that reads or writes one number too many does not survive it.</summary>
public sealed class GuardPageTests
{
    private const string NoPages = "No pages to guard with are known on this system.";

    private static readonly int[] Counts = [1, 2, 3, 4, 5, 6, 7, 9, 16, 33];

    public static bool HasPages => MemoryPages.AreSupported;

    public static TheoryData<int> Sizes => [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 17, 31];

    [Theory(Skip = NoPages, SkipUnless = nameof(HasPages))]
    [MemberData(nameof(Sizes))]
    public void Head_AtTheEndOfMemory_StaysInside(int size)
    {
        foreach (int keys in Counts.Append(163))
        {
            StaysInside<float>(new(Queries: 37, keys, Query: size, Value: 32 - size));
            StaysInside<double>(new(Queries: 37, keys, Query: size, Value: 32 - size));
        }
    }

    [Theory(Skip = NoPages, SkipUnless = nameof(HasPages))]
    [MemberData(nameof(Sizes))]
    public void Product_AtTheEndOfMemory_StaysInside(int inner)
    {
        foreach (int m in Counts)
        {
            foreach (int n in Counts)
            {
                StaysInside<float>(m, inner, n);
                StaysInside<double>(m, inner, n);
            }
        }
    }

    private static void StaysInside<T>(HeadSizes sizes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadCase<T> head = new(sizes, AttentionMask.Causal);
        HeadResults<T> empty = new(sizes, Kept.Everything);
        HeadGradients<T> given = new(head);
        using GuardedMemory<T> queries = new(head.Queries), keys = new(head.Keys), values = new(head.Values), output = new(empty.Output), sums = new(empty.LogSums);
        using GuardedMemory<T> scores = new(empty.Scores), masked = new(empty.MaskedScores), weights = new(empty.Weights);
        using GuardedMemory<T> outputGradient = new(given.Output), queryGradient = new(given.Queries), keyGradient = new(given.Keys), valueGradient = new(given.Values);
        foreach (IWidth<T> width in Widths.Accelerated<T>())
        {
            HeadSpans<T> alone = head.Spans(new HeadResults<T>(sizes, Kept.Nothing)) with
            {
                Queries = queries.Span,
                Keys = keys.Span,
                Values = values.Span,
                Output = output.Span,
                LogSums = sums.Span,
            };
            HeadSpans<T> kept = alone with { Scores = scores.Span, MaskedScores = masked.Span, Weights = weights.Span };
            width.Attend(kept, head.Rule, 0..sizes.Queries);
            width.Attend(alone, head.Rule, 0..sizes.Queries);
            width.Differentiate(alone, head.Rule, new() { Output = outputGradient.Span, Queries = queryGradient.Span, Keys = keyGradient.Span, Values = valueGradient.Span });
        }
    }

    private static void StaysInside<T>(int m, int inner, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using GuardedMemory<T> a = new(new T[m * inner]), b = new(new T[inner * n]), c = new(new T[m * n]), packed = new(new T[PanelSlot.Lanes<T>(m) * inner]);
        MatrixProduct.Multiply(a.Span, b.Span, inner, c.Span);
        MatrixProduct.TransposeMultiply(a.Span, b.Span, inner, c.Span);
        Packing.Pack(a.Span, m, inner, packed.Span);
        MatrixProduct.MultiplyPacked(packed.Span, m, b.Span, inner, c.Span, m);
    }
}
