namespace AttentionNotebooks;

/// <summary>Reads as much as a file says it holds, and takes memory only as it comes.</summary>
internal sealed class UntrustedStream(Stream stream)
{
    private const int FirstBytes = 1 << 12;

    /// <summary>The next bytes.</summary>
    internal ReadOnlyMemory<byte> Read(long count, string what)
    {
        if (count > Array.MaxLength) throw new InvalidDataException($"The file is too large: {what} take {count} bytes, and at most {Array.MaxLength} can be read.");
        byte[] bytes = new byte[Math.Min(count, FirstBytes)];
        int read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            if (read < bytes.Length) throw new InvalidDataException($"The file ends too early: {what} should take {count} bytes, {read} are there.");
            if (read == count) return bytes;
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * read));
        }
    }

    internal void MustBeAtItsEnd(long dataLength)
    {
        if (stream.ReadByte() >= 0) throw new InvalidDataException($"The tensors take {dataLength} bytes, but more bytes follow them.");
    }
}
