using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace AttentionNotebooks.Figures.Tests.Heatmaps;

/// <summary>Reads as much of PNG as the heatmaps write: palette, transparency, the filters "none" and "up".</summary>
internal sealed class PngReader
{
    private readonly byte[] pixels;
    private readonly byte[] alpha = [];

    internal PngReader(byte[] png)
    {
        MemoryStream compressed = new();
        for (int place = 8; place < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(place));
            ReadOnlySpan<byte> data = png.AsSpan(place + 8, length);
            switch (Encoding.ASCII.GetString(png, place + 4, 4))
            {
                case "IHDR":
                    (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                    break;
                case "tRNS":
                    alpha = data.ToArray();
                    break;
                case "IDAT":
                    compressed.Write(data);
                    break;
            }

            place += length + 12;
        }

        compressed.Position = 0;
        pixels = Unfilter(compressed);
    }

    internal int Width { get; }

    internal int Height { get; }

    internal byte Alpha(int row, int column) => alpha[pixels[(row * Width) + column]];

    private byte[] Unfilter(Stream compressed)
    {
        using ZLibStream zlib = new(compressed, CompressionMode.Decompress);
        byte[] result = new byte[Width * Height], line = new byte[Width + 1];
        for (int row = 0; row < Height; row++)
        {
            zlib.ReadExactly(line);
            for (int column = 0; column < Width; column++)
                result[(row * Width) + column] = (byte)(line[column + 1] + (line[0] == 2 ? result[((row - 1) * Width) + column] : 0));
        }

        return result;
    }
}
