using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AttentionNotebooks;

/// <summary>Writes the same bytes for the same tensors, whatever order they come in.</summary>
internal sealed class SafeTensorWriter
{
    /// <summary>The header is filled up to a multiple, so that every number lies at a multiple of its own size.</summary>
    private const int Alignment = 8;

    private readonly SafeTensor[] tensors;
    private readonly KeyValuePair<string, string>[] metadata;

    internal SafeTensorWriter(IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        tensors = [.. tensors];
        if (tensors.Contains(null)) throw new ArgumentException("tensors must not hold null.", nameof(tensors));
        this.tensors = [.. tensors.OrderByDescending(tensor => tensor.Type.Bytes()).ThenBy(tensor => tensor.Name, StringComparer.Ordinal)];
        this.metadata = [.. (metadata ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        HashSet<string> names = [];
        if (Array.Find(this.tensors, tensor => !names.Add(tensor.Name)) is { } second)
            throw new ArgumentException($"tensors must each have another name: {Untrusted.Quote(second.Name)} is there twice.", nameof(tensors));
        foreach (string text in this.metadata.SelectMany(pair => new[] { pair.Key, pair.Value })) Untrusted.MustBeUnicode(text, nameof(metadata));
    }

    internal void WriteTo(Stream stream)
    {
        ReadOnlySpan<byte> header = Header();
        Span<byte> length = stackalloc byte[SafeTensorHeader.LengthBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (SafeTensor tensor in tensors) stream.Write(tensor.Bytes.Span);
    }

    private ReadOnlySpan<byte> Header()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) WriteHeader(json);
        int padding = -buffer.WrittenCount & (Alignment - 1);
        buffer.Write("       "u8[..padding]);
        return buffer.WrittenSpan;
    }

    private void WriteHeader(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (metadata.Length > 0) WriteMetadata(json);
        long begin = 0;
        foreach (SafeTensor tensor in tensors)
        {
            Write(json, tensor, begin);
            begin += tensor.Bytes.Length;
        }

        json.WriteEndObject();
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        json.WriteStartObject(SafeTensorHeader.MetadataName);
        foreach ((string name, string text) in metadata) json.WriteString(name, text);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SafeTensor tensor, long begin)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type.Name());
        WriteNumbers(json, "shape", tensor.Shape);
        WriteNumbers(json, "data_offsets", [begin, begin + tensor.Bytes.Length]);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
