namespace AttentionNotebooks;

/// <summary>What the elements of a tensor in a safetensors file are.</summary>
public enum DType
{
    /// <summary>A byte that is 0 or 1.</summary>
    Bool,

    /// <summary>Unsigned, 8 bits.</summary>
    U8,

    /// <summary>Signed, 8 bits.</summary>
    I8,

    /// <summary>Floating point, 8 bits, 5 of them exponent.</summary>
    F8E5M2,

    /// <summary>Floating point, 8 bits, 4 of them exponent.</summary>
    F8E4M3,

    /// <summary>A power of two, 8 bits of exponent.</summary>
    F8E8M0,

    /// <summary>Unsigned, 16 bits.</summary>
    U16,

    /// <summary>Signed, 16 bits.</summary>
    I16,

    /// <summary>IEEE 754 half precision, <see cref="Half"/>.</summary>
    F16,

    /// <summary>The upper 16 bits of a <see cref="float"/>.</summary>
    BF16,

    /// <summary>Unsigned, 32 bits.</summary>
    U32,

    /// <summary>Signed, 32 bits.</summary>
    I32,

    /// <summary>IEEE 754 single precision, <see cref="float"/>.</summary>
    F32,

    /// <summary>Unsigned, 64 bits.</summary>
    U64,

    /// <summary>Signed, 64 bits.</summary>
    I64,

    /// <summary>IEEE 754 double precision, <see cref="double"/>.</summary>
    F64,

    /// <summary>A complex number, two of <see cref="F32"/>.</summary>
    C64,
}
