using System.Buffers.Binary;
using System.IO.Compression;

namespace AttentionNotebooks;

/// <summary>Writes an image of at most 256 colours as PNG (ISO/IEC 15948): signature, header, palette, transparency, pixels, end.</summary>
internal static class PaletteImage
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>An image from palette indices, row by row; each becomes a square of pixels.</summary>
    internal static byte[] Encode(
        ReadOnlySpan<byte> indices, int width, int height, (byte Red, byte Green, byte Blue, byte Alpha)[] palette, int magnification)
    {
        using MemoryStream png = new();
        png.Write([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]);
        Write(png, "IHDR"u8, Header(width * magnification, height * magnification));
        Write(png, "PLTE"u8, [.. palette.SelectMany(colour => new[] { colour.Red, colour.Green, colour.Blue })]);
        Write(png, "tRNS"u8, [.. palette.Select(colour => colour.Alpha)]);
        Write(png, "IDAT"u8, Compress(indices, width, magnification));
        Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>Eight bits a pixel, indices into the palette, not interlaced.</summary>
    private static byte[] Header(int width, int height)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 3;
        return header;
    }

    /// <summary>Each row of pixels starts with its filter: 0, as it is; 2, the difference from the row above.</summary>
    private static byte[] Compress(ReadOnlySpan<byte> indices, int width, int magnification)
    {
        using MemoryStream compressed = new();
        using (ZLibStream zlib = new(compressed, CompressionLevel.SmallestSize))
        {
            byte[] sameAsAbove = new byte[1 + (width * magnification)];
            sameAsAbove[0] = 2;
            for (int row = 0; row < indices.Length; row += width)
            {
                zlib.WriteByte(0);
                foreach (byte index in indices.Slice(row, width))
                {
                    for (int pixel = 0; pixel < magnification; pixel++) zlib.WriteByte(index);
                }

                for (int pixel = 1; pixel < magnification; pixel++) zlib.Write(sameAsAbove);
            }
        }

        return compressed.ToArray();
    }

    private static void Write(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] chunk = [.. type, .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(chunk));
        png.Write(number);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint checksum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            checksum ^= value;
            for (int bit = 0; bit < 8; bit++) checksum = (checksum >> 1) ^ ((checksum & 1) * Polynomial);
        }

        return ~checksum;
    }
}
