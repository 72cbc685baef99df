using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Kernels.Tiles;

public sealed class TranspositionTests
{
    private const int Gap = 3;

    public static TheoryData<int> Lengths => new(Enumerable.Range(1, 40));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Rows_AsColumns_AreEachInItsPlaceAndNothingElseIsTouched(int length)
    {
        foreach (int other in new[] { 1, 2, 3, 4, 5, 8, 11, 16, 33 })
        {
            Transposes<float>(length, other);
            Transposes<double>(length, other);
        }
    }

    private static void Transposes<T>(int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int sourceStep = columns + Gap, step = rows + Gap;
        T[] source = Samples.Draw<T>(((rows - 1) * sourceStep) + columns, seed: 1), factors = Samples.Draw<T>(columns, seed: 2);
        T[] before = Samples.Draw<T>(columns * step, seed: 3), plain = [.. before], scaled = [.. before];
        Transposition.Run(source, sourceStep, rows, columns, plain, step);
        Transposition.Run(source, sourceStep, rows, columns, scaled, step, factors);
        for (int index = 0; index < before.Length; index++)
        {
            (int column, int row) = Math.DivRem(index, step);
            T entry = row < rows ? source[(row * sourceStep) + column] : before[index];
            Assert.Equal(entry, plain[index]);
            Assert.Equal(row < rows ? entry * factors[column] : entry, scaled[index]);
        }
    }
}
