using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Files;

public sealed class SafeTensorTests
{
    public static TheoryData<string, byte[]> Halves => new()
    {
        { "F16", [0x00, 0x3c, 0x00, 0xc1, 0x01, 0x00, 0x00, 0x7c] }, // 1, −2.5, the least subnormal number, +∞
        { "BF16", [0x80, 0x3f, 0x20, 0xc0, 0x80, 0x33, 0x80, 0x7f] }, // 1, −2.5, 2⁻²⁴, +∞
    };

    [Theory]
    [MemberData(nameof(Halves))]
    public void Numbers_OfALowerPrecision_AreExact(string type, byte[] data)
    {
        double[] expected = [1, -2.5, double.Exp2(-24), double.PositiveInfinity];

        SafeTensor tensor = Read(type, "[4]", data);

        Assert.Equal(expected, tensor.ToVector<double>());
        Assert.Equal(expected.Select(number => (float)number), tensor.ToVector<float>());
    }

    [Fact]
    public void Numbers_OfAHigherPrecision_AreRounded()
    {
        SafeTensor tensor = SafeTensor.Of("w", Vector<double>.Build.Dense([double.Pi, 1e300]));

        Assert.Equal([float.Pi, float.PositiveInfinity], tensor.ToVector<float>());
    }

    [Fact]
    public void Matrix_OfAFile_IsReadRowByRow()
    {
        Matrix<float> matrix = Read("F32", "[2,3]", [.. Enumerable.Range(1, 6).SelectMany(number => BitConverter.GetBytes((float)number))]).ToMatrix<float>();

        Assert.Equal(Matrix<float>.Build.DenseOfArray(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }), matrix);
    }

    [Theory]
    [InlineData("BOOL", 1)]
    [InlineData("U8", 1)]
    [InlineData("I8", 1)]
    [InlineData("F8_E5M2", 1)]
    [InlineData("F8_E4M3", 1)]
    [InlineData("F8_E8M0", 1)]
    [InlineData("U16", 2)]
    [InlineData("I16", 2)]
    [InlineData("U32", 4)]
    [InlineData("I32", 4)]
    [InlineData("U64", 8)]
    [InlineData("I64", 8)]
    [InlineData("C64", 8)]
    public void Elements_ThatAreNoNumbersHere_AreThereAsBytes(string type, int size)
    {
        byte[] data = [.. Enumerable.Range(1, 2 * size).Select(number => (byte)number)];

        SafeTensor tensor = Read(type, "[2]", data);

        Assert.Equal(data, tensor.Bytes.ToArray());
        Assert.Equal($"w: {type} [2]", tensor.ToString());
        Refused($"'w' must be F64, F32, F16 or BF16 to be read as numbers: it is {type}", tensor.ToMatrix<float>);
    }

    [Fact]
    public void Dimensions_ThatDoNotFit_AreRefusedWithTheShape()
    {
        byte[] data = new byte[32];
        Refused("'w' must have one or two dimensions to be a matrix: it is [2, 2, 2]", Read("F32", "[2,2,2]", data).ToMatrix<float>);
        Refused("'w' must have one or two dimensions to be a matrix: it is []", Read("F64", "[]", data[..8]).ToMatrix<float>);
        Refused("'w' must have one dimension to be a vector: it is [4, 2]", Read("F32", "[4,2]", data).ToVector<float>);
        Refused("'w' must have at most 2147483647 rows and columns to be a matrix: it is [0, 2147483648]", Read("F32", "[0,2147483648]", []).ToMatrix<float>);
    }

    [Fact]
    public void Vector_AsAMatrix_IsOneColumn() => Assert.Equal(
        Matrix<double>.Build.Dense(3, 1, [1, 2, 3]),
        SafeTensor.Of("w", Vector<double>.Build.Dense([1, 2, 3])).ToMatrix<double>());

    [Fact]
    public void Name_ThatCannotBeWritten_IsRefused()
    {
        Matrix<double> values = Samples.DrawMatrix<double>(1, 1, seed: 1);
        BadInput.Refused("name", "name must not be __metadata__", () => SafeTensor.Of("__metadata__", values));
        BadInput.Refused("name", @"name must be valid Unicode: 'a\ud800b' has half a character (a lone surrogate) at 1", () => SafeTensor.Of("a\ud800b", values));
        BadInput.Refused("name", "at 0", () => SafeTensor.Of("\udc00\ud800", values));
    }

    [Fact]
    public void Tensors_ThatCannotBeWritten_AreRefused()
    {
        SafeTensor tensor = SafeTensor.Of("a", Samples.DrawMatrix<double>(1, 1, seed: 1));
        BadInput.Refused("tensors", "'a' is there twice", () => StateDicts.BytesOf([tensor, tensor]));
        BadInput.Refused("tensors", "must not hold null", () => StateDicts.BytesOf([tensor, null!]));
        BadInput.Refused("metadata", "valid Unicode", () => StateDicts.BytesOf([tensor], new Dictionary<string, string> { ["text"] = "\ud800" }));
    }

    [Fact]
    public void File_Asked_NamesWhatItHas()
    {
        SafeTensorFile file = StateDicts.FileOf([.. Enumerable.Range(0, 10).Select(index => SafeTensor.Of($"t{index}", Vector<double>.Build.Dense(1)))]);
        SafeTensorFile empty = StateDicts.FileOf([]);

        Assert.False(file.TryGet("w", out SafeTensor? none));
        Assert.Null(none);
        Refused("The file has no tensor 'w'. It has 't0', 't1', 't2', 't3', 't4', 't5', 't6', 't7' and 2 more.", () => file.Get("w"));
        Refused("The file has no tensor 'w'. It has none.", () => empty.Get("w"));
    }

    private static SafeTensor Read(string type, string shape, byte[] data)
    {
        string header = RawFile.Header(type, shape, $"[0,{data.Length}]");
        return SafeTensors.Read(RawFile.Of(System.Text.Encoding.UTF8.GetBytes(header), data)).Get("w");
    }

    private static void Refused(string essence, Func<object?> call) =>
        Assert.Contains(essence, Assert.Throws<InvalidDataException>(call).Message, StringComparison.Ordinal);
}
