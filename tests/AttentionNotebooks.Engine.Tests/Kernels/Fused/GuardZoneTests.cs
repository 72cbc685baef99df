using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Kernels.Fused;

/// <summary>Q, K and V in the midst of NaN, and results in the midst of numbers that must stay: nothing is read or written beyond the ends.</summary>
public sealed class GuardZoneTests
{
    private const int Guard = 67, StackedRows = 3;

    public static MatrixTheoryData<int, int, int> Sizes => new([1, 2, 7, 33], [1, 2, 3, 5, 6, 161, 323], [1, 2, 3, 4, 5, 7, 13]);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Spans_InTheMidstOfOthers_AreLeftAlone(int queries, int keys, int size)
    {
        foreach (Kept kept in Enum.GetValues<Kept>())
        {
            AreLeftAlone<float>(new(queries, keys, Query: size, Value: 14 - size), kept);
            AreLeftAlone<double>(new(queries, keys, Query: size, Value: 14 - size), kept);
        }
    }

    private static void AreLeftAlone<T>(HeadSizes sizes, Kept kept)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadCase<T> head = new(sizes, AttentionMask.SlidingWindow(sizes.Keys / 2), slope: 0.1);
        T[] queries = Guarded(head.Queries, T.NaN), keys = Guarded(head.Keys, T.NaN), values = Guarded(head.Values, T.NaN);
        foreach (IWidth<T> width in Widths.Accelerated<T>())
        {
            HeadResults<T> expected = head.AttendAt(width, kept);
            T[] output = Guarded(Stacked(expected.Output, sizes.Value), T.Pi);
            T[][] before = [output, .. new[] { expected.Weights, expected.Scores, expected.BiasedScores, expected.MaskedScores }.Select(one => Guarded(one, T.Pi))];
            T[][] after = [.. before.Select(Cleared)];
            HeadSpans<T> spans = head.Spans(expected) with
            {
                Queries = Inside(queries),
                Keys = Inside(keys),
                Values = Inside(values),
                Output = after[0].AsSpan(Guard),
                OutputStep = sizes.Value + StackedRows,
                Weights = Inside(after[1]),
                Scores = Inside(after[2]),
                BiasedScores = Inside(after[3]),
                MaskedScores = Inside(after[4]),
            };
            width.Attend(spans, head.Rule, 0..sizes.Queries);
            Assert.Equal(before, after);
        }
    }

    private static Span<T> Inside<T>(T[] guarded) => guarded.AsSpan(Guard..^Guard);

    private static T[] Guarded<T>(T[] inside, T guard)
    {
        T[] all = new T[inside.Length + (2 * Guard)];
        Array.Fill(all, guard);
        inside.CopyTo(all, Guard);
        return all;
    }

    /// <summary>Columns with rows of other heads between them.</summary>
    private static T[] Stacked<T>(T[] columns, int rows)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. columns.Chunk(rows).SelectMany(column => column.Concat(Enumerable.Repeat(T.Pi, StackedRows)))];

    /// <summary>NaN wherever a result belongs.</summary>
    private static T[] Cleared<T>(T[] guarded)
        where T : unmanaged, IFloatingPointIeee754<T> => Array.ConvertAll(guarded, number => number == T.Pi ? number : T.NaN);
}
