using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Files;

public sealed class SafeTensorsTests
{
    private static readonly Matrix<float> Matrix = Samples.DrawMatrix<float>(3, 5, seed: 1);

    private static readonly Vector<double> Vector = Samples.DrawVector<double>(4, seed: 2);

    private static readonly Dictionary<string, string> Metadata = new() { ["format"] = "pt", ["ü"] = "\"\\\n" };

    [Fact]
    public void File_Written_IsReadAsItWas()
    {
        string path = Path.GetTempFileName();
        SafeTensors.Write(path, [SafeTensor.Of("m", Matrix), SafeTensor.Of("v", Vector)], Metadata);

        SafeTensorFile file = SafeTensors.Read(path);

        Assert.Equal(Matrix, file.Get("m").ToMatrix<float>());
        Assert.Equal(Vector, file.Get("v").ToVector<double>());
        Assert.Equal(Metadata, file.Metadata);
        Assert.Equal("v: F64 [4]\nm: F32 [3, 5]", file.ToString());
        File.Delete(path);
    }

    [Fact]
    public void Bytes_Written_AreThoseOfTheFormat()
    {
        Matrix<float> matrix = Matrix<float>.Build.DenseOfArray(new float[,] { { 1, 2 }, { 3, 4 } });

        byte[] bytes = StateDicts.BytesOf([SafeTensor.Of("w", matrix)], new Dictionary<string, string> { ["a"] = "b" });

        ReadOnlySpan<byte> header = """{"__metadata__":{"a":"b"},"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}      """u8;
        ReadOnlySpan<byte> data = [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, 0x80, 0x40];
        Assert.Equal([(byte)header.Length, 0, 0, 0, 0, 0, 0, 0, .. header, .. data], bytes);
    }
}
