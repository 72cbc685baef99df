using System.Buffers.Binary;
using System.Text;

namespace AttentionNotebooks.Engine.Tests.Files;

/// <summary>A safetensors file put together by hand, right or wrong.</summary>
internal static class RawFile
{
    public static byte[] Of(string header, int dataLength = 0) => Of(Encoding.UTF8.GetBytes(header), new byte[dataLength]);

    /// <summary>The header of a tensor w alone.</summary>
    public static string Header(string type, string shape, string offsets) =>
        $$$"""{"w":{"dtype":"{{{type}}}","shape":{{{shape}}},"data_offsets":{{{offsets}}}}}""";

    public static byte[] Of(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. data];
    }
}
