using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace AttentionNotebooks.Runner.Sessions.Scripts;

/// <summary>
/// Loads what notebooks ask for into the default load context, where scripts, packages and the Runner share one copy of each assembly.
/// It belongs to the process, as that context does.
/// </summary>
internal static class AssemblyResolution
{
    private static readonly ConcurrentDictionary<string, Assembly> Assemblies = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<string, string> NativeLibraries = new(StringComparer.OrdinalIgnoreCase);

    static AssemblyResolution()
    {
        AssemblyLoadContext.Default.Resolving += Resolve;
        // Scripts live in contexts of their own, which are asked for the native libraries that a cell itself imports.
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => ServeNative(AssemblyLoadContext.GetLoadContext(loaded.LoadedAssembly));
        foreach (var context in AssemblyLoadContext.All) ServeNative(context);
    }

    /// <summary>Loads the assembly once; a later one of the same simple name gives the first.</summary>
    public static Assembly Load(string path) =>
        Assemblies.GetOrAdd(Path.GetFileNameWithoutExtension(path), _ => AssemblyLoadContext.Default.LoadFromAssemblyPath(path));

    /// <summary>Makes a native library findable by its file name, with or without prefix and extension.</summary>
    public static void AddNative(string path)
    {
        NativeLibraries.TryAdd(Path.GetFileName(path), path);
        var name = Path.GetFileNameWithoutExtension(path);
        NativeLibraries.TryAdd(name, path);
        if (name.StartsWith("lib", StringComparison.Ordinal)) NativeLibraries.TryAdd(name[3..], path);
    }

    // Asked only when the exact version was not found: another version of the host's or of a package is better than none.
    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name is not { } simpleName) return null;
        if (HostAssemblies.Find(simpleName) is { } path) return context.LoadFromAssemblyPath(path);
        return Assemblies.GetValueOrDefault(simpleName);
    }

    private static void ServeNative(AssemblyLoadContext? context)
    {
        if (context is null) return;
        context.ResolvingUnmanagedDll -= ResolveNative; // Once each.
        context.ResolvingUnmanagedDll += ResolveNative;
    }

    private static nint ResolveNative(Assembly assembly, string name) =>
        NativeLibraries.TryGetValue(name, out var path) ? NativeLibrary.Load(path) : 0;
}
