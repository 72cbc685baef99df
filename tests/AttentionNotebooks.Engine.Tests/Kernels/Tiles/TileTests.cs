using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;

namespace AttentionNotebooks.Engine.Tests.Kernels.Tiles;

public sealed class TileTests
{
    public static MatrixTheoryData<int, FinishCase, bool> Tiles => new([4, 6], Enum.GetValues<FinishCase>(), [false, true]);

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Tile_OfAnyLengthAndSteps_AgreesWithTheFormula(int rows, FinishCase finish, bool isTransposed)
    {
        foreach (int inner in Enumerable.Range(1, 20).Append(65).Append(257))
        {
            Agree<float>(rows, finish, isTransposed, inner);
            Agree<double>(rows, finish, isTransposed, inner);
        }
    }

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Lane_BesideNaN_IsNotTouchedByIt(int rows, FinishCase finish, bool isTransposed)
    {
        StaysInItsLane<float>(rows, finish, isTransposed);
        StaysInItsLane<double>(rows, finish, isTransposed);
    }

    private static void Agree<T>(int rows, FinishCase finish, bool isTransposed, int inner)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (IWidth<T> width in Widths.Accelerated<T>())
        {
            foreach (int gap in new[] { 0, 1, 7 })
            {
                TileCase<T> tile = new(rows, width.Lanes, inner, finish, isTransposed, gap);
                T[] c = [.. tile.Before];
                width.Multiply(tile, c);
                tile.Agrees(c, $"{width}, inner {inner}");
            }
        }
    }

    private static void StaysInItsLane<T>(int rows, FinishCase finish, bool isTransposed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (IWidth<T> width in Widths.Accelerated<T>())
        {
            TileCase<T> tile = new(rows, width.Lanes, inner: 5, finish, isTransposed, gap: 0);
            T[] expected = [.. tile.Before], actual = [.. tile.Before];
            width.Multiply(tile, expected);
            tile.B[width.Lanes + 1] = T.NaN;
            width.Multiply(tile, actual);
            Assert.All(Enumerable.Range(0, actual.Length), index => Assert.Equal(index % width.Lanes == 1 ? T.NaN : expected[index], actual[index]));
        }
    }
}
