using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Packages;

namespace AttentionNotebooks.Runner.Jupyter.Specs;

/// <summary>What <c>kernel.json</c> tells Jupyter: how the kernel is started and what it is called.</summary>
internal static class KernelSpec
{
    /// <summary>The file's name.</summary>
    public const string FileName = "kernel.json";

    /// <summary>The name under which notebooks know a C# kernel.</summary>
    public const string DefaultName = ".net-csharp";

    private const string Owner = "attention-notebooks";

    /// <summary>The file's text, for this program where it is now.</summary>
    /// <param name="assembly">The program's assembly.</param>
    /// <param name="packageSource">A folder of packages that its notebooks find; null for none.</param>
    public static string Write(string assembly, string? packageSource)
    {
        string[] source = packageSource is null ? [] : ["--packages", packageSource];
        string[] arguments = [DotNetCli.Executable, "exec", assembly, "kernel", "start", "{connection_file}", .. source];
        return JupyterJson.Write(new JsonObject
        {
            ["argv"] = new JsonArray([.. arguments.Select(argument => JsonValue.Create(argument))]),
            ["display_name"] = ".NET (C#)",
            // The runtime would keep sockets for debuggers in the temporary folder, and leave them there when the kernel is killed.
            ["env"] = new JsonObject { ["DOTNET_EnableDiagnostics"] = "0" },
            ["interrupt_mode"] = "message",
            ["language"] = "C#",
            ["metadata"] = new JsonObject { ["owner"] = Owner },
        });
    }

    /// <summary>Whether the folder of a kernel holds a specification that this program wrote.</summary>
    public static bool IsOurs(string folder)
    {
        try
        {
            var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, FileName))) as JsonObject;
            return spec?.TextAt("metadata", "owner") == Owner;
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or IOException)
        {
            return false;
        }
    }
}
