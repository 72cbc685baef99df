using System.IO.Compression;
using AttentionNotebooks.Runner.Sessions.Scripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AttentionNotebooks.Runner.Tests.Support;

/// <summary>A folder feed with packages made on the spot, and a NuGet.config by which a notebook beside it uses that feed alone.</summary>
internal sealed class LocalFeed
{
    private readonly string feed;

    /// <summary>Makes an empty feed below the folder; extracted packages go below it too, so that no other test sees them.</summary>
    public LocalFeed(string folder)
    {
        feed = Directory.CreateDirectory(Path.Combine(folder, "feed")).FullName;
        GlobalPackages = Path.Combine(folder, "extracted");
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="extracted" /></config>
              <packageSources><clear /><add key="local" value="feed" /></packageSources>
            </configuration>
            """);
    }

    public string GlobalPackages { get; }

    /// <summary>An id that no other test uses: an assembly of one name can be loaded once in a process.</summary>
    public static string NewId(string name) => $"{name}{Guid.NewGuid():n}";

    /// <summary>Packs a package, over one of the same version. Its assembly has the package's id as its name.</summary>
    public void Pack(string id, string version, string? code = null, string? extension = null, string? dependency = null, (string Path, string File)? file = null)
    {
        var path = Path.Combine(feed, $"{id}.{version}.nupkg");
        File.Delete(path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(archive, $"{id}.nuspec", $"""
            <package><metadata><id>{id}</id><version>{version}</version><authors>x</authors><description>x</description>
            <dependencies><group targetFramework="net10.0">{(dependency is null ? "" : $"<dependency id='{dependency}' version='1.0.0' />")}</group></dependencies>
            </metadata></package>
            """);
        if (extension is not null) Add(archive, "interactive-extensions/dotnet/extension.dib", extension);
        if (file is var (name, source)) archive.CreateEntryFromFile(source, name);
        using var library = archive.CreateEntry($"lib/net10.0/{id}.dll").Open();
        library.Write(Compile(id, code ?? ""));
    }

    /// <summary>Compiles an assembly against what a cell sees.</summary>
    public static byte[] Compile(string name, string code)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        using var assembly = new MemoryStream();
        var result = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], HostAssemblies.DefaultReferences, options).Emit(assembly);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return assembly.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
