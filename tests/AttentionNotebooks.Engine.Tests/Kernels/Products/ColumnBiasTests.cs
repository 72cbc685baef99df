using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Kernels.Products;

public sealed class ColumnBiasTests
{
    private const int Columns = 3, Gap = 2;

    public static TheoryData<int> Lengths => new(Enumerable.Range(1, 65));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Columns_ApartFromEachOther_GetTheBiasAndNothingBetweenThem(int length)
    {
        Agree<float>(length);
        Agree<double>(length);
    }

    private static void Agree<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int step = length + Gap;
        T[] bias = Samples.Draw<T>(length, seed: 1), before = Samples.Draw<T>((step * Columns) - Gap, seed: 2), after = [.. before];
        ColumnBias.Add<T>(bias, Columns, after, step);
        Bits.Same<T>([.. before.Select((entry, index) => index % step < length ? entry + bias[index % step] : entry)], after, "C + b");
    }
}
