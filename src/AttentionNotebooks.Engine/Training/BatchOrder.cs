namespace AttentionNotebooks;

/// <summary>Which examples each step sees: all of them, shuffled anew in every epoch.</summary>
/// <remarks>The order of an epoch follows from the seed and its number alone, so a run can go on from any step. A batch may reach into the next epoch.</remarks>
/// <param name="examples">How many there are.</param>
/// <param name="batchSize">How many a step sees.</param>
/// <param name="seed">Which of all orders.</param>
internal sealed class BatchOrder(int examples, int batchSize, int seed)
{
    private int[] order = [];
    private long shuffled = -1;

    /// <summary>The indices of the examples of a step, which counts from 1.</summary>
    internal int[] Batch(int step)
    {
        int[] batch = new int[batchSize];
        for (int index = 0; index < batch.Length; index++)
        {
            (long epoch, long place) = Math.DivRem(((long)(step - 1) * batchSize) + index, examples);
            if (epoch != shuffled) (order, shuffled) = (Shuffle(epoch), epoch);
            batch[index] = order[place];
        }

        return batch;
    }

    /// <summary>Fisher &amp; Yates's shuffle in the form of Durstenfeld 1964.</summary>
    private int[] Shuffle(long epoch)
    {
        SplitMix64 seeds = new((ulong)(uint)seed), random = new(seeds.Next() + (ulong)epoch);
        int[] numbers = [.. Enumerable.Range(0, examples)];
        for (int last = examples - 1; last > 0; last--)
        {
            int other = random.Next(last + 1);
            (numbers[last], numbers[other]) = (numbers[other], numbers[last]);
        }

        return numbers;
    }
}
