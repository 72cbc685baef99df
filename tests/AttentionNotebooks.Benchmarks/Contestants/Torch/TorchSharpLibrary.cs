using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace AttentionNotebooks.Benchmarks.Contestants.Torch;

/// <summary>
/// TorchSharp's native wrapper asks for a newer version of libstdc++ than some systems have, for the sake of one symbol that no relocation uses.
/// Where that is what keeps it from loading, the copy in the output folder is changed to ask for this version weakly.
/// </summary>
internal static partial class TorchSharpLibrary
{
    public static void MakeLoadable()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so");
        if (!OperatingSystem.IsLinux() || !File.Exists(path)) return;
        for (var missing = MissingVersion(path); missing is not null; missing = MissingVersion(path, but: missing))
        {
            if (!ElfVersionNeeds.Relax(path, missing)) return;
        }
    }

    /// <summary>The version of libstdc++ that the library's loading failed for, or null; never the same one twice.</summary>
    private static string? MissingVersion(string path, string? but = null)
    {
        try
        {
            _ = NativeLibrary.Load(path, Assembly.GetExecutingAssembly(), searchPath: null);
            return null;
        }
        catch (DllNotFoundException exception)
        {
            var version = LackingVersion().Match(exception.Message).Groups["version"].Value;
            return version.Length == 0 || version == but ? null : version;
        }
    }

    [GeneratedRegex("version [`'](?<version>GLIBCXX_[0-9.]+)' not found")]
    private static partial Regex LackingVersion();
}
