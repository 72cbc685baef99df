namespace AttentionNotebooks.Engine.Tests.Files.Fuzzing;

/// <summary>A stream as it comes over a wire: in pieces, only forwards, and with a length that is a lie.</summary>
internal sealed class SlowStream(byte[] bytes, int piece = 7) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Length => long.MaxValue;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
}
