using System.Runtime.InteropServices;
using System.Text;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary>The versions of other libraries' symbols that a 64-bit ELF library needs (section <c>.gnu.version_r</c>; System V ABI, Linux extensions).</summary>
internal static class ElfVersionNeeds
{
    private const uint VersionNeedsSection = 0x6FFFFFFE;
    private const ushort Weak = 2;

    /// <summary>Marks the need for <paramref name="version"/> as weak. The file is replaced, not written into: it may be a link to a package's.</summary>
    /// <returns>Whether there was such a need, not yet weak.</returns>
    public static bool Relax(string path, string version)
    {
        var file = File.ReadAllBytes(path);
        var flags = FlagOffsets(file, version).ToArray();
        if (flags.Length == 0) return false;
        foreach (var offset in flags) MemoryMarshal.Write(file.AsSpan(offset), (ushort)(Read<ushort>(file, offset) | Weak));
        var changed = path + ".tmp";
        File.WriteAllBytes(changed, file);
        File.Move(changed, path, overwrite: true);
        return true;
    }

    /// <summary>Where the flags of each need for the version stand: a list of libraries (Verneed), each with a list of versions (Vernaux).</summary>
    private static IEnumerable<int> FlagOffsets(byte[] file, string version)
    {
        if (Section.WithType(file, VersionNeedsSection) is not { } needs) yield break;
        var names = Section.At(file, needs.Link).Offset;
        for (int library = needs.Offset, nextLibrary = -1; nextLibrary != 0; library += nextLibrary)
        {
            nextLibrary = (int)Read<uint>(file, library + 12);
            var entry = library + (int)Read<uint>(file, library + 8);
            for (var left = Read<ushort>(file, library + 2); left > 0; left--, entry += (int)Read<uint>(file, entry + 12))
            {
                var isWeak = (Read<ushort>(file, entry + 4) & Weak) != 0;
                if (!isWeak && Text(file, names + (int)Read<uint>(file, entry + 8)) == version) yield return entry + 4;
            }
        }
    }

    private static T Read<T>(byte[] file, int offset)
        where T : struct => MemoryMarshal.Read<T>(file.AsSpan(offset));

    private static string Text(byte[] file, int offset) => Encoding.ASCII.GetString(file, offset, Array.IndexOf(file, (byte)0, offset) - offset);

    /// <summary>What of a section header counts here.</summary>
    private readonly record struct Section(uint Type, int Offset, int Link)
    {
        public static Section? WithType(byte[] file, uint type)
        {
            int count = Read<ushort>(file, 0x3C);
            for (var index = 0; index < count; index++)
            {
                var section = At(file, index);
                if (section.Type == type) return section;
            }

            return null;
        }

        public static Section At(byte[] file, int index)
        {
            var header = (int)Read<ulong>(file, 0x28) + (index * Read<ushort>(file, 0x3A));
            return new(Read<uint>(file, header + 4), (int)Read<ulong>(file, header + 24), (int)Read<uint>(file, header + 40));
        }
    }
}
