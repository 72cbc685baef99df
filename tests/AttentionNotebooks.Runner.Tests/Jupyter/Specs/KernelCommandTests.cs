using System.CommandLine;
using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Commands;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Specs;

public sealed class KernelCommandTests : IDisposable
{
    private readonly TemporaryFolder prefix = new();

    private string Kernels => prefix.File("share", "jupyter", "kernels");

    public void Dispose() => prefix.Dispose();

    [Fact]
    public void Install_ThenList_ThenUninstall_LeavesNothing()
    {
        var (installed, told) = Run("install");
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "kernel.json")))!;

        Assert.Equal(ExitCodes.Success, installed);
        Assert.Contains(Path.Combine(Kernels, ".net-csharp"), told);
        Assert.Equal(("C#", ".NET (C#)", "message"), ((string?)spec["language"], (string?)spec["display_name"], (string?)spec["interrupt_mode"]));
        var arguments = spec["argv"]!.AsArray().Select(argument => (string)argument!).ToList();
        Assert.True(File.Exists(arguments[2]), arguments[2]);
        Assert.Equal(["kernel", "start", "{connection_file}"], arguments[3..6]);
        Assert.StartsWith(".net-csharp", Run("list").Output);
        Assert.Equal(ExitCodes.Success, Run("uninstall").ExitCode);
        Assert.Empty(Run("list").Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Kernels));
    }

    [Fact]
    public void Install_OverItself_ReplacesAll()
    {
        Run("install");
        File.WriteAllText(Path.Combine(Kernels, ".net-csharp", "old"), "");

        Assert.Equal(ExitCodes.Success, Run("install").ExitCode);
        Assert.Equal(["kernel.json"], Directory.EnumerateFiles(Path.Combine(Kernels, ".net-csharp")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("""{"argv":["dotnet-interactive"],"display_name":".NET (C#)","language":"C#"}""")]
    [InlineData("not JSON")]
    public void ForeignSpec_IsTouchedOnlyWithForce(string json)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Kernels, ".net-csharp")).FullName;
        File.WriteAllText(Path.Combine(folder, "kernel.json"), json);

        foreach (var verb in (string[])["install", "uninstall"])
        {
            var (exitCode, output) = Run(verb);
            Assert.Equal(ExitCodes.Failure, exitCode);
            Assert.Contains("--force", output);
            Assert.Equal(json, File.ReadAllText(Path.Combine(folder, "kernel.json")));
        }

        Assert.Empty(Run("list").Output);
        Assert.Equal(ExitCodes.Success, Run("install", "--force").ExitCode);
        Assert.NotEmpty(Run("list").Output);
    }

    [Fact]
    public void Name_OfTheUsersChoice_IsTheFolder()
    {
        Run("install", "--name", "my-csharp");

        Assert.True(File.Exists(Path.Combine(Kernels, "my-csharp", "kernel.json")));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("")]
    public void Name_ThatIsNone_IsRefused(string name)
    {
        var (exitCode, output) = Run("install", "--name", name);

        Assert.Equal(ExitCodes.Failure, exitCode);
        Assert.Contains("no name of a kernel", output);
        Assert.False(Directory.Exists(Kernels));
    }

    [Fact]
    public void Uninstall_OfNothing_SaysSo() => Assert.Contains("There is no kernel", Run("uninstall").Output);

    [Fact]
    public void UserAndPrefix_Together_AreRefused() => Assert.Contains("not both", Run("install", "--user").Output);

    private (int ExitCode, string Output) Run(string verb, params string[] options)
    {
        using var output = new StringWriter();
        var configuration = new InvocationConfiguration { Output = output, Error = output };
        var exitCode = new RootCommand { KernelCommand.Create() }.Parse(["kernel", verb, "--prefix", prefix.Path, .. options]).Invoke(configuration);
        return (exitCode, output.ToString());
    }
}
