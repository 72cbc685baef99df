using System.Buffers.Binary;
using System.IO.Compression;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>Reads the palette entries back from an image of one byte a pixel, as any PNG reader does.</summary>
internal static class PngLevels
{
    internal static byte[,] Read(string address)
    {
        const string Prefix = "data:image/png;base64,";
        Assert.StartsWith(Prefix, address, StringComparison.Ordinal);
        byte[] png = Convert.FromBase64String(address[Prefix.Length..]);
        int width = 0, height = 0;
        using MemoryStream data = new();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            ReadOnlySpan<byte> type = png.AsSpan(at + 4, 4), content = png.AsSpan(at + 8, length);
            if (type.SequenceEqual("IHDR"u8)) (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
            if (type.SequenceEqual("IDAT"u8)) data.Write(content);
            at += 12 + length;
        }

        data.Position = 0;
        using ZLibStream pixels = new(data, CompressionMode.Decompress);
        byte[,] entries = new byte[height, width];
        byte[] row = new byte[1 + width];
        for (int y = 0; y < height; y++)
        {
            pixels.ReadExactly(row);
            for (int x = 0; x < width; x++) entries[y, x] = (byte)(row[x + 1] + (row[0] == 2 ? entries[y - 1, x] : 0));
        }

        return entries;
    }
}
