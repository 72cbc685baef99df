using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Kernels;

public sealed class SumsTests
{
    private const int Longest = 200;

    [Fact]
    public void Sums_OfEveryLength_AgreeWithDouble()
    {
        Agree<float>();
        Agree<double>();
    }

    [Fact]
    public void Sums_WhereverTheNumbersLie_HaveTheSameBits()
    {
        float[] a = Samples.Draw<float>(Longest, seed: 1), b = Samples.Draw<float>(Longest, seed: 2);
        float sum = Sums.Sum<float>(a), dot = Sums.Dot<float>(a, b);
        Assert.All(Enumerable.Range(1, 32), offset =>
        {
            float[] moved = [.. new float[offset], .. a], other = [.. new float[32 - offset], .. b];
            Assert.Equal(sum, Sums.Sum<float>(moved.AsSpan(offset)));
            Assert.Equal(dot, Sums.Dot<float>(moved.AsSpan(offset), other.AsSpan(32 - offset)));
        });
    }

    [Fact]
    public void Columns_AddUp_AndAreAddedTo()
    {
        double[] columns = [1, 2, 3, 10, 20, 30], sums = [100, 100, 100];
        Sums.AddColumns(columns, sums);
        Assert.Equal([111, 122, 133], sums);
        Sums.AddToColumns<double>([5, 6, 7], columns);
        Assert.Equal([6, 8, 10, 15, 26, 37], columns);
    }

    private static void Agree<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] a = Samples.Draw<T>(Longest, seed: 1), b = Samples.Draw<T>(Longest, seed: 2);
        for (int length = 0; length <= Longest; length++)
        {
            double tolerance = RoundingBound.Sum<T>(length, length);
            Assert.Equal(a.ToDouble().Take(length).Sum(), double.CreateChecked(Sums.Sum<T>(a.AsSpan(0, length))), tolerance);
            Assert.Equal(a.ToDouble().Zip(b.ToDouble(), (x, y) => x * y).Take(length).Sum(), double.CreateChecked(Sums.Dot<T>(a.AsSpan(0, length), b.AsSpan(0, length))), tolerance);
        }
    }
}
