using System.Buffers.Binary;

namespace AttentionNotebooks.Engine.Tests.Files.Fuzzing;

/// <summary>Breaks a safetensors file at random; the same seed breaks it in the same way.</summary>
internal sealed class FileMutator(int seed)
{
    private const int MostMutations = 3, LongestChunk = 40;

    private static readonly ulong[] Lengths = [0, 1, 2, 7, 8, 100_000_000, 100_000_001, int.MaxValue, 1UL << 31, uint.MaxValue, long.MaxValue, 1UL << 63, ulong.MaxValue];

    private readonly Random random = new(seed);

    public byte[] Mutate(byte[] file)
    {
        for (int count = random.Next(1, MostMutations + 1); count > 0; count--) file = MutateOnce(file);
        return file;
    }

    private byte[] MutateOnce(byte[] file)
    {
        int headerLength = file.Length < 8 ? -1 : (int)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(file), int.MaxValue);
        bool hasHeader = headerLength >= 0 && headerLength <= file.Length - 8;

        // Most of what can be wrong is wrong in the header, and is found only if its length is right.
        return hasHeader && random.Next(3) > 0 ? MutateHeader(file, headerLength) : MutateBytes(file);
    }

    private byte[] MutateHeader(byte[] file, int length) => RawFile.Of(new HeaderMutator(random).Mutate(file.AsSpan(8, length)), file.AsSpan(8 + length));

    private byte[] MutateBytes(byte[] file)
    {
        int place = random.Next(file.Length + 1), count = Math.Min(random.Next(LongestChunk), file.Length - place);
        byte[] before = file[..place], chunk = file[place..(place + count)], behind = file[(place + count)..];
        return random.Next(6) switch
        {
            0 => FlipBit(file),
            1 => before,
            2 => [.. before, .. Noise(), .. chunk, .. behind],
            3 => [.. before, .. behind],
            4 => [.. before, .. chunk, .. chunk, .. behind],
            _ => WithLength(file, Lengths[random.Next(Lengths.Length)]),
        };
    }

    private byte[] Noise()
    {
        byte[] noise = new byte[random.Next(1, LongestChunk)];
        random.NextBytes(noise);
        return noise;
    }

    private byte[] FlipBit(byte[] file)
    {
        if (file.Length == 0) return file;
        byte[] flipped = [.. file];
        flipped[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] WithLength(byte[] file, ulong length)
    {
        byte[] changed = [.. file, .. new byte[Math.Max(0, 8 - file.Length)]];
        BinaryPrimitives.WriteUInt64LittleEndian(changed, length);
        return changed;
    }
}
