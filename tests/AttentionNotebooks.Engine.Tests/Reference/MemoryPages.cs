using System.Runtime.InteropServices;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Pages of memory from the system, of which the last one may not be touched.</summary>
internal static class MemoryPages
{
    private const int ReadAndWrite = 3, Nothing = 0, Private = 2, AnonymousOnLinux = 0x20, AnonymousOnMacOS = 0x1000;

    /// <summary>Whether it is known here how this system is asked for them.</summary>
    public static bool AreSupported => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>So many bytes, the last page of them guarded.</summary>
    /// <returns>Their address.</returns>
    public static nint Take(nint bytes)
    {
        nint page = Environment.SystemPageSize;
        nint start = Map(0, bytes, ReadAndWrite, Private | (OperatingSystem.IsMacOS() ? AnonymousOnMacOS : AnonymousOnLinux), file: -1, offset: 0);
        Assert.NotEqual(-1, start);
        Assert.Equal(0, Protect(start + bytes - page, page, Nothing));
        return start;
    }

    public static void GiveBack(nint start, nint bytes) => Assert.Equal(0, Unmap(start, bytes));

    [DllImport("libc", EntryPoint = "mmap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Protect(nint address, nint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Unmap(nint address, nint length);
}
