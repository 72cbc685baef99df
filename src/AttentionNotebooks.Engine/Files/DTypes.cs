using System.Collections.Frozen;

namespace AttentionNotebooks;

/// <summary>What a file calls each kind of element, and how many bytes it takes.</summary>
internal static class DTypes
{
    private static readonly FrozenDictionary<string, DType> ByName = Enum.GetValues<DType>().ToFrozenDictionary(Name);

    internal static bool TryParse(string name, out DType type) => ByName.TryGetValue(name, out type);

    internal static string Name(this DType type) => type switch
    {
        DType.Bool => "BOOL",
        DType.F8E5M2 => "F8_E5M2",
        DType.F8E4M3 => "F8_E4M3",
        DType.F8E8M0 => "F8_E8M0",
        _ => type.ToString(),
    };

    internal static int Bytes(this DType type) => type switch
    {
        < DType.U16 => 1,
        < DType.U32 => 2,
        < DType.U64 => 4,
        _ => 8,
    };
}
