using System.Diagnostics.CodeAnalysis;
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
    /// <summary>Loads the library from the output folder, changed where that is needed. Elsewhere than on Linux, TorchSharp finds it by itself.</summary>
    /// <exception cref="DllNotFoundException">It is missing, or does not load for another reason.</exception>
    public static void Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so");
        if (!OperatingSystem.IsLinux()) return;
        while (!TryLoad(path, out var missingVersion, out var failure))
        {
            if (missingVersion.Length == 0 || !ElfVersionNeeds.Relax(path, missingVersion)) throw failure;
        }
    }

    private static bool TryLoad(string path, out string missingVersion, [NotNullWhen(false)] out DllNotFoundException? failure)
    {
        (missingVersion, failure) = ("", null);
        try
        {
            _ = NativeLibrary.Load(path, Assembly.GetExecutingAssembly(), searchPath: null);
            return true;
        }
        catch (DllNotFoundException exception)
        {
            (missingVersion, failure) = (LackingVersion().Match(exception.Message).Groups["version"].Value, exception);
            return false;
        }
    }

    [GeneratedRegex("version [`'](?<version>GLIBCXX_[0-9.]+)' not found")]
    private static partial Regex LackingVersion();
}
