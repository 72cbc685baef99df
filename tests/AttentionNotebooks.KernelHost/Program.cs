using System.IO.Compression;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.FSharp.Core;

namespace AttentionNotebooks.KernelHost;

/// <summary>
/// Loads the package as the .NET Interactive kernel does, with an FSharp.Core older than the one that Plotly.NET asks for, and shows a chart.
/// Nothing else here stands in for a missing version, so that only the package's own extension can.
/// </summary>
/// <remarks>Arguments: the packed package, the folder of the libraries that it depends on, and whether its extension script is run (<c>true</c>, <c>false</c>).</remarks>
internal static class Program
{
    private const string Cell = """
        var chart = Plotly.NET.CSharp.Chart.Line<int, double, string>(x: new[] { 1, 2, 3 }, y: new[] { 0.2, 0.3, 0.5 });
        return (object)chart;
        """;

    private static async Task Main(string[] arguments)
    {
        string unpacked = Directory.CreateTempSubdirectory("attention-notebooks-").FullName;
        try
        {
            ZipFile.ExtractToDirectory(arguments[0], unpacked);
            Console.WriteLine($"FSharp.Core {typeof(FSharpOption<>).Assembly.GetName().Version} is loaded.");
            await RunAsync(unpacked, arguments[1], withExtension: bool.Parse(arguments[2]));
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    private static async Task RunAsync(string package, string dependencies, bool withExtension)
    {
        string[] folders = [Path.Combine(package, "lib", "net10.0"), dependencies];
        AssemblyLoadContext.Default.Resolving += (context, name) => Find(context, name, folders);
        string[] references = ["AttentionNotebooks", "AttentionNotebooks.Engine", "AttentionNotebooks.Figures", "MathNet.Numerics", "Plotly.NET", "Plotly.NET.CSharp"];
        ScriptOptions options = ScriptOptions.Default
            .AddReferences(references.Select(name => folders.Select(folder => Path.Combine(folder, $"{name}.dll")).First(File.Exists)))
            .AddReferences(typeof(FSharpOption<>).Assembly);
        ScriptState state = await CSharpScript.RunAsync("using System;", options);
        if (withExtension) state = await state.ContinueWithAsync(ExtensionScript(package));
        state = await state.ContinueWithAsync(Cell);
        Console.WriteLine(state.ReturnValue.ToDisplayString(HtmlFormatter.MimeType));
    }

    private static string ExtensionScript(string package) =>
        File.ReadAllText(Path.Combine(package, "interactive-extensions", "dotnet", "extension.dib")).Replace("#!csharp", "", StringComparison.Ordinal);

    // Of a library that is loaded already, .NET takes no second version.
    private static Assembly? Find(AssemblyLoadContext context, AssemblyName name, string[] folders)
    {
        string? path = folders.Select(folder => Path.Combine(folder, $"{name.Name}.dll")).FirstOrDefault(File.Exists);
        try
        {
            return path is null ? null : context.LoadFromAssemblyPath(path);
        }
        catch (FileLoadException)
        {
            return null;
        }
    }
}
