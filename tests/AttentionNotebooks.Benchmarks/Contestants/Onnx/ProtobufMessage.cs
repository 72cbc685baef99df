using System.Buffers;
using System.Text;

namespace AttentionNotebooks.Benchmarks.Contestants.Onnx;

/// <summary>A Protocol Buffers message, field by field, in the binary encoding.</summary>
internal sealed class ProtobufMessage
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>What the lower three bits of a field's tag say about its value.</summary>
    private enum Wire : uint
    {
        Varint = 0,
        Bytes = 2,
        Fixed32 = 5,
    }

    public ProtobufMessage Add(int field, long value)
    {
        Tag(field, Wire.Varint);
        Varint((ulong)value);
        return this;
    }

    public ProtobufMessage Add(int field, float value)
    {
        Tag(field, Wire.Fixed32);
        bytes.Write(BitConverter.GetBytes(value));
        return this;
    }

    public ProtobufMessage Add(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, Wire.Bytes);
        Varint((ulong)value.Length);
        bytes.Write(value);
        return this;
    }

    public ProtobufMessage Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    public ProtobufMessage Add(int field, ProtobufMessage value) => Add(field, value.bytes.WrittenSpan);

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    private void Tag(int field, Wire wire) => Varint(((ulong)field << 3) | (uint)wire);

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) bytes.Write([(byte)(value | 0x80)]);
        bytes.Write([(byte)value]);
    }
}
