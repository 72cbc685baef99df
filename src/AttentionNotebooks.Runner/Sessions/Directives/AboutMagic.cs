using System.Reflection;
using System.Runtime.InteropServices;
using AttentionNotebooks.Runner.Markup;
using Microsoft.CodeAnalysis.CSharp;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary><c>#!about</c>: the versions of what runs the cells.</summary>
internal sealed class AboutMagic(SessionPackages packages) : IMagic
{
    private const string Package = "AttentionNotebooks";

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!about"];

    /// <inheritdoc/>
    public string Summary => "Shows the versions of the kernel, the package, .NET and the compiler.";

    /// <inheritdoc/>
    public Task RunAsync(MagicCall call, CancellationToken cancellationToken)
    {
        string[][] rows =
        [
            ["Kernel", VersionOf(typeof(AboutMagic).Assembly)],
            [Package, packages.FindVersion(Package) ?? "not loaded"],
            [".NET", Environment.Version.ToString()],
            ["C# compiler (Roslyn)", VersionOf(typeof(CSharpCompilation).Assembly)],
            ["Operating system", $"{RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})"],
        ];
        call.Cell.Show(DisplayTable.Create(["Part", "Version"], rows));
        return Task.CompletedTask;
    }

    // The part behind "+" is a commit.
    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
