using System.Buffers.Binary;

namespace AttentionNotebooks;

/// <summary>The header of a safetensors file, checked.</summary>
/// <param name="Entries">The tensors, in the order of their data, which they fill without overlaps and holes.</param>
/// <param name="Metadata">Texts by name.</param>
/// <param name="DataLength">How many bytes the tensors take.</param>
internal sealed record SafeTensorHeader(IReadOnlyList<TensorEntry> Entries, Dictionary<string, string> Metadata, long DataLength)
{
    internal const string MetadataName = "__metadata__";

    /// <summary>The bytes of the length that a file begins with.</summary>
    internal const int LengthBytes = 8;

    /// <summary>The limit of the reference implementation.</summary>
    private const int MaxLength = 100_000_000;

    /// <summary>How many bytes the header takes, from the first bytes of a file.</summary>
    internal static int Length(ReadOnlyMemory<byte> start)
    {
        if (start.Length < LengthBytes)
            throw new InvalidDataException($"The file must begin with the length of its header, {LengthBytes} bytes: it has only {start.Length}.");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(start.Span);
        return length <= MaxLength ? (int)length : throw new InvalidDataException($"The header must take at most {MaxLength} bytes: its length is {length}.");
    }

    internal static SafeTensorHeader Parse(ReadOnlySpan<byte> json)
    {
        (List<TensorEntry> entries, Dictionary<string, string> metadata) = HeaderReader.Read(json);
        return new SafeTensorHeader(entries, metadata, DataLayout.Check(entries));
    }
}
