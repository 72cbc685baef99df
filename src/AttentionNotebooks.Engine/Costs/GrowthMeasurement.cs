using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Measures how the time and the memory of <see cref="ScaledDotProductAttention"/> grow, within a budget.</summary>
/// <remarks>
/// For each size, O alone and O with A′ of every head. The time is the median of calls that write into matrices which are there already, after one that is not
/// counted; the memory is what the results take, and what a call allocates beside them: scratch that the calls before have left is used again and does not count.
/// What would break the budget is not run but computed: its time from the last measured size, or, where there is none, from a thousand million multiply-adds a
/// second, in proportion to the multiply-adds, with an exponential taken as ten; its memory from <see cref="AttentionCost"/>.
/// </remarks>
public static class GrowthMeasurement
{
    /// <summary>Measures growth with the number of tokens.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="tokens">The numbers of tokens n, at least one, each greater than the one before.</param>
    /// <param name="heads">h, at least 1.</param>
    /// <param name="headSize">d, at least 1.</param>
    /// <param name="budget">What the measurement may take.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all. Must fit every n.</param>
    /// <param name="options">On how many cores, until when, and who hears of each size that is done; null: all cores.</param>
    /// <returns>Two points for each n.</returns>
    /// <exception cref="ArgumentException">There is no size, or a size is not greater than the one before, or the mask has another size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public static AttentionGrowth OverTokens<T>(
        IReadOnlyList<int> tokens, int heads, int headSize, GrowthBudget budget, AttentionMask? mask = null, ComputeOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckGrows(tokens, nameof(tokens));
        return Measure<T>(GrowthAxis.Tokens, [.. tokens.Select(count => AttentionCost.Of<T>(heads, count, headSize, mask))], budget, options);
    }

    /// <summary>Measures growth with the number of heads, all of one size.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="heads">The numbers of heads h, at least one, each greater than the one before.</param>
    /// <param name="tokens">n, at least 1.</param>
    /// <param name="headSize">d, at least 1.</param>
    /// <param name="budget">What the measurement may take.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <param name="options">On how many cores, until when, and who hears of each size that is done; null: all cores.</param>
    /// <returns>Two points for each h.</returns>
    /// <exception cref="ArgumentException">There is no size, or a size is not greater than the one before, or the mask has another size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public static AttentionGrowth OverHeads<T>(
        IReadOnlyList<int> heads, int tokens, int headSize, GrowthBudget budget, AttentionMask? mask = null, ComputeOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckGrows(heads, nameof(heads));
        return Measure<T>(GrowthAxis.Heads, [.. heads.Select(count => AttentionCost.Of<T>(count, tokens, headSize, mask))], budget, options);
    }

    private static AttentionGrowth Measure<T>(GrowthAxis axis, AttentionCost[] costs, GrowthBudget budget, ComputeOptions? options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(budget);
        ComputeOptions wishes = options ?? ComputeOptions.Default;
        ComputeOptions ofCalls = wishes with { Progress = null };
        GrowthRun run = new(budget, TimeProvider.System, (cost, keepsWeights) => GrowthCall.Of<T>(cost, keepsWeights, ofCalls), wishes);
        return new AttentionGrowth(axis, run.Measure(costs),
        [
            $"Time: median of calls on up to {wishes.MaxDegreeOfParallelism} {(wishes.MaxDegreeOfParallelism == 1 ? "thread" : "threads")} that write into memory which is there.",
            "Memory: what the results take and a call allocates beside them; queries, keys and values are there before.",
            "What is computed: times grow from the last measured one in proportion to the multiply-adds, an exponential taken as ten; memory is that of the results.",
        ]);
    }

    private static void CheckGrows(IReadOnlyList<int> sizes, string name)
    {
        ArgumentNullException.ThrowIfNull(sizes, name);
        if (sizes.Count == 0) throw new ArgumentException($"{name} must hold at least one number: it is empty.", name);
        for (int index = 1; index < sizes.Count; index++)
        {
            if (sizes[index] <= sizes[index - 1])
                throw new ArgumentException($"{name} must grow from number to number: {sizes[index]} comes after {sizes[index - 1]}.", name);
        }
    }
}
