namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class BatchOrderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 3)]
    [InlineData(7, 7)]
    [InlineData(5, 12)]
    public void Batches_OfEachEpoch_HoldEachExampleOnce(int examples, int batchSize)
    {
        BatchOrder order = new(examples, batchSize, seed: 1);
        int[] seen = [.. Enumerable.Range(1, 4 * examples).SelectMany(order.Batch)];
        Assert.All(seen.Chunk(examples).Where(epoch => epoch.Length == examples), epoch => Assert.Equal(Enumerable.Range(0, examples), epoch.Order()));
    }

    [Fact]
    public void Batch_OfAStep_IsTheSameWhateverWasAskedBefore()
    {
        BatchOrder one = new(100, 7, seed: 3), other = new(100, 7, seed: 3);
        int[][] forwards = [.. Enumerable.Range(1, 60).Select(one.Batch)];
        int[][] backwards = [.. Enumerable.Range(1, 60).Reverse().Select(other.Batch).Reverse()];
        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Order_OfEpochsAndSeeds_Differs()
    {
        BatchOrder order = new(50, 50, seed: 1), other = new(50, 50, seed: 2);
        Assert.NotEqual(order.Batch(1), order.Batch(2));
        Assert.NotEqual(order.Batch(1), other.Batch(1));
        Assert.NotEqual(order.Batch(2), other.Batch(1));
    }

    /// <summary>A trained model can be trained again only as long as the order stays what it is.</summary>
    [Fact]
    public void Order_OfASeed_IsTheSameInEveryRelease() => Assert.Equal([6, 4, 7, 2, 9, 1, 5, 0, 8, 3], new BatchOrder(10, 10, seed: 1).Batch(1));

    [Fact]
    public void Shuffle_PutsEachExampleInEachPlaceEquallyOften()
    {
        BatchOrder order = new(4, 4, seed: 5);
        int[,] counts = new int[4, 4];
        for (int step = 1; step <= 8000; step++)
        {
            int[] batch = order.Batch(step);
            for (int place = 0; place < 4; place++) counts[place, batch[place]]++;
        }

        // 2000 ± 5 standard deviations of a binomial distribution.
        Assert.All(counts.Cast<int>(), count => Assert.InRange(count, 1806, 2194));
    }

    /// <summary>The reference implementation, seed 1234567, by Vigna.</summary>
    [Fact]
    public void SplitMix64_OfASeed_IsTheReference()
    {
        SplitMix64 random = new(1234567);
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], Enumerable.Range(0, 5).Select(_ => random.Next()));
    }
}
