using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Attention with linear biases: a score loses in proportion to the distance of key and query (Press, Smith &amp; Lewis 2022).</summary>
/// <remarks>
/// A[i,j] − m·|i − j| with one slope m a head. The paper is causal, where |i − j| = j − i; both directions are treated alike here.
/// Immutable and safe to share between threads.
/// </remarks>
public sealed class Alibi
{
    private readonly double[] slopes;

    private Alibi(double[] slopes) => this.slopes = slopes;

    /// <summary>The slopes, one a head.</summary>
    public IReadOnlyList<double> Slopes => slopes;

    /// <summary>The slopes of the paper: for h = 2ᵏ heads the geometric sequence that starts and goes on with 2^(−8/h).</summary>
    /// <param name="heads">h, at least 1. Where it is no power of two, the slopes of the next lower power come first, then every second slope of the
    /// next higher one, as the authors' code has it.</param>
    /// <returns>ALiBi for h heads.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="heads"/> is less than 1.</exception>
    public static Alibi ForHeads(int heads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heads, 1);
        int power = (int)BitOperations.RoundUpToPowerOf2((uint)heads);
        if (power == heads) return new Alibi([.. Geometric(heads)]);
        return new Alibi([.. Geometric(power / 2), .. Geometric(power).Where((_, index) => index % 2 == 0).Take(heads - (power / 2))]);
    }

    /// <summary>Slopes of one's own.</summary>
    /// <param name="slopes">One a head; finite.</param>
    /// <returns>ALiBi for that many heads.</returns>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public static Alibi WithSlopes(params double[] slopes)
    {
        ArgumentNullException.ThrowIfNull(slopes);
        if (slopes.Length == 0) throw new ArgumentException("slopes must hold one slope for each head: it is empty.", nameof(slopes));
        int wrong = Array.FindIndex(slopes, slope => !double.IsFinite(slope));
        if (wrong >= 0) throw new ArgumentException($"slopes must be finite: slopes[{wrong}] is {slopes[wrong]}.", nameof(slopes));
        return new Alibi([.. slopes]);
    }

    /// <summary>What is added to the score of a key for a query.</summary>
    /// <param name="head">Index of the head, from 0.</param>
    /// <param name="key">Index of the key, from 0.</param>
    /// <param name="query">Index of the query, from 0.</param>
    /// <returns>−m·|key − query|, not above 0 for a positive slope.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="head"/> has no slope.</exception>
    public double Bias(int head, int key, int query)
    {
        Check.Index(head, slopes.Length, "slopes");
        return -slopes[head] * Math.Abs(key - query);
    }

    /// <summary>Throws where there is not one slope a head.</summary>
    internal void CheckHeads(int heads)
    {
        if (slopes.Length != heads)
            throw Check.Wrong("alibi", $"alibi must hold one slope for each head: it holds {slopes.Length}, there are {heads} heads.");
    }

    private static IEnumerable<double> Geometric(int heads) => Enumerable.Range(1, heads).Select(index => Math.Pow(2, -8.0 * index / heads));
}
