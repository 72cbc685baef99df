using System.Numerics;

namespace AttentionNotebooks.Engine.Tests.Reference.Heads;

/// <summary>Where the results of one head go. All of it is NaN at first, so that nothing can be read before it is written, or be forgotten.</summary>
internal sealed class HeadResults<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public HeadResults(HeadSizes sizes, Kept kept)
    {
        Output = Unwritten(sizes.Value * sizes.Queries);
        LogSums = Unwritten(sizes.Queries);
        T[] PerPair(bool isKept) => isKept ? Unwritten(sizes.Keys * sizes.Queries) : [];
        Weights = PerPair(kept != Kept.Nothing);
        Scores = PerPair(kept == Kept.Everything);
        BiasedScores = PerPair(kept == Kept.Everything);
        MaskedScores = PerPair(kept == Kept.Everything);
    }

    public T[] Output { get; }

    public T[] Scores { get; }

    public T[] BiasedScores { get; }

    public T[] MaskedScores { get; }

    public T[] Weights { get; }

    /// <summary>What the backward pass needs.</summary>
    public T[] LogSums { get; }

    /// <summary>Asserts that all of it has the same bits.</summary>
    public void HasTheBitsOf(HeadResults<T> other, string what)
    {
        Bits.Same<T>(other.Output, Output, $"O {what}");
        Bits.Same<T>(other.LogSums, LogSums, $"log₂ of the sums {what}");
        Bits.Same<T>(other.Scores, Scores, $"A {what}");
        Bits.Same<T>(other.BiasedScores, BiasedScores, $"A with biases {what}");
        Bits.Same<T>(other.MaskedScores, MaskedScores, $"A with mask {what}");
        Bits.Same<T>(other.Weights, Weights, $"A′ {what}");
    }

    private static T[] Unwritten(int length)
    {
        T[] values = new T[length];
        Array.Fill(values, T.NaN);
        return values;
    }
}
