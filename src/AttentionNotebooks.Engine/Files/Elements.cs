using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Numbers from and to little-endian bytes.</summary>
internal static class Elements
{
    private delegate T Decode<T>(ReadOnlySpan<byte> bytes);

    /// <summary>What numbers of this precision are in a file.</summary>
    internal static DType TypeOf<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float) ? DType.F32 : DType.F64;

    /// <summary>Bit for bit, in F32 for <see cref="float"/> and in F64 for <see cref="double"/>.</summary>
    internal static byte[] ToBytes<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = TypeOf<T>().Bytes();
        byte[] bytes = GC.AllocateUninitializedArray<byte>(checked(numbers.Length * size));
        for (int index = 0; index < numbers.Length; index++)
        {
            Span<byte> place = bytes.AsSpan(index * size, size);
            if (typeof(T) == typeof(float)) BinaryPrimitives.WriteSingleLittleEndian(place, float.CreateTruncating(numbers[index]));
            else BinaryPrimitives.WriteDoubleLittleEndian(place, double.CreateTruncating(numbers[index]));
        }

        return bytes;
    }

    /// <summary>Bit for bit where the precision is the same; false where the elements are no floating-point numbers of at least 16 bits.</summary>
    internal static bool TryRead<T>(ReadOnlySpan<byte> bytes, DType type, [NotNullWhen(true)] out T[]? numbers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Decode<T>? decode = type switch
        {
            DType.F64 => static bytes => T.CreateTruncating(BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
            DType.F32 => static bytes => T.CreateTruncating(BinaryPrimitives.ReadSingleLittleEndian(bytes)),
            DType.F16 => static bytes => T.CreateTruncating(BinaryPrimitives.ReadHalfLittleEndian(bytes)),
            DType.BF16 => static bytes => T.CreateTruncating(BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadInt16LittleEndian(bytes) << 16)),
            _ => null,
        };
        numbers = decode is null ? null : Read(bytes, type.Bytes(), decode);
        return numbers is not null;
    }

    private static T[] Read<T>(ReadOnlySpan<byte> bytes, int size, Decode<T> decode)
    {
        T[] numbers = GC.AllocateUninitializedArray<T>(bytes.Length / size);
        for (int index = 0; index < numbers.Length; index++) numbers[index] = decode(bytes.Slice(index * size, size));
        return numbers;
    }
}
