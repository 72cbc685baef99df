using System.Runtime.InteropServices;
using System.Text;
using AttentionNotebooks.Engine.Tests.Files.Fuzzing;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Files;

public sealed class RoundTripTests
{
    /// <summary>Any Unicode at all, also what JSON must escape, and what no letter is.</summary>
    private static readonly Gen<string> Text = Gen.Int[0, 0x10ffff].Where(Rune.IsValid).Select(scalar => new Rune(scalar).ToString()).Array[0, 12].Select(string.Concat);

    /// <summary>Any bits: infinities, subnormal numbers, NaN with any payload.</summary>
    private static readonly Gen<float> Single = Gen.OneOf(Gen.Int.Select(BitConverter.Int32BitsToSingle), Gen.Int[0, 0x7fffff].Select(payload => BitConverter.Int32BitsToSingle(0x7f800000 | payload)));

    private static readonly Gen<double> Double = Gen.OneOf(Gen.Long.Select(BitConverter.Int64BitsToDouble), Gen.Long[0, (1L << 52) - 1].Select(payload => BitConverter.Int64BitsToDouble((0x7ffL << 52) | payload)));

    private static readonly Gen<SafeTensor> Tensor = Gen.OneOf(Tensors(Single), Tensors(Double));

    private static readonly Gen<Dictionary<string, string>> Metadata = Gen.Dictionary(Text, Text)[0, 4];

    [Fact]
    public void Tensors_WrittenAndRead_AreTheSameBitForBit() => Gen.Select(Tensor.Array[0, 6], Metadata).Sample((drawn, metadata) =>
    {
        SafeTensor[] tensors = [.. drawn.DistinctBy(tensor => tensor.Name)];
        byte[] bytes = StateDicts.BytesOf(tensors, metadata);

        SafeTensorFile file = SafeTensors.Read(bytes);
        SafeTensorFile streamed = SafeTensors.Read(new SlowStream(bytes));

        Assert.Equal(metadata, file.Metadata);
        Assert.Equal(tensors.Length, file.Tensors.Count);
        Assert.All(tensors, tensor => AssertSame(tensor, file.Get(tensor.Name)));
        Assert.All(tensors, tensor => AssertSame(tensor, streamed.Get(tensor.Name)));
    });

    [Fact]
    public void Numbers_OfAMatrix_ComeBackBitForBit()
    {
        Matrices(Single).Sample(matrix => AssertSame<float>(matrix, Again(SafeTensor.Of("m", matrix)).ToMatrix<float>()));
        Matrices(Double).Sample(matrix => AssertSame<double>(matrix, Again(SafeTensor.Of("m", matrix)).ToMatrix<double>()));
    }

    [Fact]
    public void Bytes_OfTheSameTensors_DoNotDependOnTheirOrder() => Tensor.Array[2, 6].Sample(drawn =>
    {
        SafeTensor[] tensors = [.. drawn.DistinctBy(tensor => tensor.Name)];
        Assert.Equal(StateDicts.BytesOf(tensors), StateDicts.BytesOf(tensors.Reverse()));
    });

    [Fact]
    public void Numbers_OfEveryTensor_BeginAtAMultipleOfTheirSize() => Gen.Select(Tensor.Array[1, 6], Metadata).Sample((drawn, metadata) =>
    {
        byte[] bytes = StateDicts.BytesOf(drawn.DistinctBy(tensor => tensor.Name), metadata);
        Assert.All(SafeTensors.Read(bytes).Tensors, tensor =>
        {
            Assert.True(MemoryMarshal.TryGetArray(tensor.Bytes, out ArraySegment<byte> place));
            Assert.Equal(0, place.Offset % (tensor.Type == DType.F32 ? 4 : 8));
        });
    });

    private static Gen<SafeTensor> Tensors<T>(Gen<T> number)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Gen.OneOf(
            Gen.Select(Name(), Matrices(number), SafeTensor.Of),
            Gen.Select(Name(), number.Array[0, 9], (name, numbers) => SafeTensor.Of(name, Vector<T>.Build.Dense(numbers))));

    private static Gen<string> Name() => Text.Where(text => text != "__metadata__");

    private static Gen<Matrix<T>> Matrices<T>(Gen<T> number)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).SelectMany((rows, columns) => number.Array[rows * columns].Select(numbers => Matrix<T>.Build.Dense(rows, columns, numbers)));

    private static SafeTensor Again(SafeTensor tensor) => StateDicts.FileOf([tensor]).Tensors.Single();

    private static void AssertSame(SafeTensor expected, SafeTensor actual)
    {
        Assert.Equal((expected.Type, expected.Name), (actual.Type, actual.Name));
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.Bytes.ToArray(), actual.Bytes.ToArray());
    }

    /// <summary>NaN, too, is compared by its bits.</summary>
    private static void AssertSame<T>(Matrix<T> expected, Matrix<T> actual)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        Assert.Equal(MemoryMarshal.AsBytes(expected.AsColumnMajorArray().AsSpan()).ToArray(), MemoryMarshal.AsBytes(actual.AsColumnMajorArray().AsSpan()).ToArray());
    }
}
