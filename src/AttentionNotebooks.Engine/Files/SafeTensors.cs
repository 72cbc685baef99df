namespace AttentionNotebooks;

/// <summary>Reads and writes safetensors files: named tensors and nothing that could run.</summary>
/// <remarks>
/// A file is the length of a header (8 bytes, little-endian), the header (JSON: name → dtype, shape and place in the data; <c>__metadata__</c> → texts)
/// and the data (row-major, little-endian, without holes); see https://huggingface.co/docs/safetensors. What is read is data from a stranger: nothing is
/// believed, and nothing of the size that a file claims is allocated before it has been checked.
/// </remarks>
public static class SafeTensors
{
    /// <summary>Reads a file into memory.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its tensors and metadata.</returns>
    /// <exception cref="InvalidDataException">It is no safetensors file, or is broken; the message says what is wrong where.</exception>
    /// <exception cref="IOException">It cannot be opened or read.</exception>
    public static SafeTensorFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using FileStream stream = File.OpenRead(path);
        try
        {
            return Read(stream);
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidDataException($"{path} is not a valid safetensors file: {broken.Message}", broken);
        }
    }

    /// <summary>Reads a stream to its end. Its length is not asked for: memory is taken as the bytes come.</summary>
    /// <param name="stream">Where to read from; stays open.</param>
    /// <returns>Its tensors and metadata.</returns>
    /// <exception cref="InvalidDataException">It is no safetensors file, or is broken; the message says what is wrong where.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SafeTensorFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        UntrustedStream source = new(stream);
        int headerLength = SafeTensorHeader.Length(source.Read(SafeTensorHeader.LengthBytes, "the length of the header"));
        SafeTensorHeader header = SafeTensorHeader.Parse(source.Read(headerLength, "the header").Span);
        ReadOnlyMemory<byte> data = source.Read(header.DataLength, "the tensors");
        source.MustBeAtItsEnd(header.DataLength);
        return new SafeTensorFile(header, data);
    }

    /// <summary>Reads what is in memory already. The numbers are not copied before they are asked for.</summary>
    /// <param name="bytes">The whole file; not to be written into while the result is used.</param>
    /// <returns>Its tensors and metadata.</returns>
    /// <exception cref="InvalidDataException">It is no safetensors file, or is broken; the message says what is wrong where.</exception>
    public static SafeTensorFile Read(ReadOnlyMemory<byte> bytes)
    {
        int start = Math.Min(SafeTensorHeader.LengthBytes, bytes.Length);
        int headerLength = SafeTensorHeader.Length(bytes[..start]);
        ReadOnlyMemory<byte> rest = bytes[start..];
        if (headerLength > rest.Length)
            throw new InvalidDataException($"The header takes {headerLength} bytes, but only {rest.Length} bytes follow its length.");
        SafeTensorHeader header = SafeTensorHeader.Parse(rest.Span[..headerLength]);
        ReadOnlyMemory<byte> data = rest[headerLength..];
        if (header.DataLength != data.Length)
            throw new InvalidDataException($"The tensors take {header.DataLength} bytes, but {data.Length} bytes follow the header.");
        return new SafeTensorFile(header, data);
    }

    /// <summary>Writes a file: the old one or the new one is there, never a part.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="tensors">The tensors, each with another name. They are written by size of element and then by name, whatever their order here.</param>
    /// <param name="metadata">Texts by name; null: none.</param>
    /// <exception cref="ArgumentException">Two tensors have the same name, or a text of the metadata is not valid Unicode.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        SafeTensorWriter writer = new(tensors, metadata);
        AtomicFile.WriteBytes(path, writer.WriteTo);
    }

    /// <summary>Writes into a stream.</summary>
    /// <param name="stream">Where to write to; stays open.</param>
    /// <param name="tensors">The tensors, each with another name. They are written by size of element and then by name, whatever their order here.</param>
    /// <param name="metadata">Texts by name; null: none.</param>
    /// <exception cref="ArgumentException">Two tensors have the same name, or a text of the metadata is not valid Unicode.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteTo(Stream stream, IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        new SafeTensorWriter(tensors, metadata).WriteTo(stream);
    }
}
