using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Kernels;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Kernels.Products;

/// <summary>C = A·B, AᵀB and ABᵀ of every remainder of m, k and n, and of sizes beyond one block, against MathNet in double.</summary>
public sealed class MatrixProductTests
{
    private const int Gap = 5;

    private static readonly Gen<(int M, int Inner, int N)> Sizes = Gen.Select(Gen.Int[1, 150], Gen.Int[1, 600], Gen.Int[1, 250]);

    public static TheoryData<int> Lengths => new(Enumerable.Range(1, 65));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Sizes_EveryLength_AgreeWithReference(int length)
    {
        Agree(length, inner: 7, n: 6);
        Agree(6, length, n: 7);
        Agree(7, inner: 6, length);
        Agree(length, length, length);
        Agree(length, inner: 66 - length, n: 13);
    }

    [Theory]
    [InlineData(33, 256, 192)]
    [InlineData(33, 257, 193)]
    [InlineData(70, 513, 386)]
    public void Sizes_AroundABlock_AgreeWithReference(int m, int inner, int n) => Agree(m, inner, n);

    [Fact]
    public void Sizes_LargeAndOdd_AgreeWithReference() => Sizes.Sample(size => Agree(size.M, size.Inner, size.N), iter: 10);

    [Fact]
    public void Entry_WhateverIsComputedAlong_HasTheSameBits() => Sizes.Sample(
        size => IsItselfAlone<float>(size.M, size.Inner, size.N) && IsItselfAlone<double>(size.M, size.Inner, size.N), iter: 10);

    private static void Agree(int m, int inner, int n)
    {
        Agree<float>(m, inner, n);
        Agree<double>(m, inner, n);
    }

    private static void Agree<T>(int m, int inner, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<T> a = Samples.DrawMatrix<T>(m, inner, seed: 1), b = Samples.DrawMatrix<T>(inner, n, seed: 2);
        double[] expected = (a.ToDouble() * b.ToDouble()).ToColumnMajorArray();
        (double, double) tolerance = (RoundingBound.Sum<T>(inner, inner), 0);
        T[] product = Unwritten<T>(m * n), transposed = Unwritten<T>(m * n);
        MatrixProduct.Multiply(a.AsColumnMajorArray(), b.AsColumnMajorArray(), inner, product);
        MatrixProduct.TransposeMultiply(a.Transpose().AsColumnMajorArray(), b.AsColumnMajorArray(), inner, transposed);
        Near.Equal(expected, product, m, tolerance, $"A·B of {m}×{inner} and {inner}×{n}");
        Assert.Equal(product, transposed);
        Assert.Equal(product, WithGaps<T>(a, b));
        Near.Equal([.. expected.Select(entry => 3 * entry)], AddedTwice(a, b, product), m, (3 * tolerance.Item1, 0), $"C + 2·A·B of {m}×{inner} and {inner}×{n}");
    }

    /// <summary>C + 2·A·(Bᵀ)ᵀ.</summary>
    private static T[] AddedTwice<T>(Matrix<T> a, Matrix<T> b, T[] c)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] sum = [.. c];
        for (int time = 0; time < 2; time++) MatrixProduct.AddMultiplyTranspose(a.AsColumnMajorArray(), b.Transpose().AsColumnMajorArray(), a.ColumnCount, sum);
        return sum;
    }

    /// <summary>The product by columns that lie apart; asserts that nothing was written between them.</summary>
    private static T[] WithGaps<T>(Matrix<T> a, Matrix<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int m = a.RowCount, inner = a.ColumnCount, n = b.ColumnCount, step = m + Gap;
        T[] packed = Unwritten<T>(PanelSlot.Lanes<T>(m) * inner), apart = Unwritten<T>(n * step);
        Packing.Pack(a.AsColumnMajorArray(), m, inner, packed);
        MatrixProduct.MultiplyPacked(packed, m, b.AsColumnMajorArray(), inner, apart.AsSpan(0, apart.Length - Gap), step);
        Assert.DoesNotContain(packed, T.IsNaN);
        Assert.Equal(n * Gap, apart.Count(T.IsNaN));
        return [.. apart.Where((_, index) => index % step < m)];
    }

    private static bool IsItselfAlone<T>(int m, int inner, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] a = Samples.Draw<T>(m * inner, seed: 1), b = Samples.Draw<T>(inner * n, seed: 2), all = Unwritten<T>(m * n), some = Unwritten<T>(m);
        MatrixProduct.Multiply(a, b, inner, all);
        return Enumerable.Range(0, n).All(column =>
        {
            MatrixProduct.Multiply(a, b.AsSpan(column * inner, inner), inner, some);
            return some.AsSpan().SequenceEqual(all.AsSpan(column * m, m));
        });
    }

    private static T[] Unwritten<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. Enumerable.Repeat(T.NaN, length)];
}
