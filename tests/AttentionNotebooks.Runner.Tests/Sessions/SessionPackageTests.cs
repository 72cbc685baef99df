using System.Runtime.InteropServices;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions;

[Collection(ProcessWide.Name)]
public sealed class SessionPackageTests : IDisposable
{
    private readonly TestSession session = new();
    private readonly LocalFeed feed;
    private readonly string id = LocalFeed.NewId("Package");

    public SessionPackageTests() => feed = new LocalFeed(session.Folder.Path);

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Package_InACell_IsUsedByTheSameCell()
    {
        feed.Pack(id, "1.0.0", "public static class Answer { public static int Value => 42; }");
        var cell = await session.RunAsync($"#r \"nuget: {id}\"\nConsole.Write(Answer.Value);");

        Assert.Equal("42", cell.Text(StreamName.Stdout));
        Assert.Equal([id], cell.Restores);
        Assert.Equal($"Installed Packages: {id}, 1.0.0", cell.Displays.Single().Data["text/plain"]);
    }

    [Fact]
    public async Task Package_AskedForAgain_IsNotRestoredAgain()
    {
        feed.Pack(id, "1.0.0");
        await session.RunAsync($"#r \"nuget: {id}, 1.0.0\"");
        var cell = await session.RunAsync($"#r \"nuget: {id}\"");

        Assert.Empty(cell.Restores);
        Assert.Empty(cell.Outputs);
    }

    [Fact]
    public async Task Package_InAnotherVersion_IsAClearError()
    {
        feed.Pack(id, "1.0.0");
        feed.Pack(id, "2.0.0");
        await session.RunAsync($"#r \"nuget: {id}, 1.0.0\"");
        var error = (await session.RunAsync($"#r \"nuget: {id}, 2.0.0\"")).Error;

        Assert.Contains($"{id} 1.0.0 is already loaded", error.Message);
        Assert.Equal("0", await session.EvaluateAsync("0"));
    }

    [Fact]
    public async Task MissingPackage_InACell_IsAnErrorWithItsLineAndWithoutAStack()
    {
        var error = (await session.RunAsync("\n#r \"nuget: Not.There\"\nConsole.Write(1);")).Error;

        Assert.Equal(2, error.Line);
        Assert.Contains("NU1101", error.Message);
        Assert.DoesNotContain(error.Traceback, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ExtensionScript_OfATransitivePackage_RunsOnceAndItsDeclarationsPersist()
    {
        feed.Pack(id, "1.0.0", extension: "#!csharp\nusing System.Globalization;\nvar fromExtension = 5;\nConsole.Write(\"loaded\");");
        var above = LocalFeed.NewId("Above");
        feed.Pack(above, "1.0.0", dependency: id);
        var first = await session.RunAsync($"#r \"nuget: {above}\"\nfromExtension++; var culture = CultureInfo.InvariantCulture;");
        var second = await session.RunAsync($"#r \"nuget: {id}\"");

        Assert.Equal("loaded", first.Text(StreamName.Stdout));
        Assert.Empty(second.Outputs);
        Assert.Equal("6", await session.EvaluateAsync("fromExtension"));
    }

    [Theory]
    [InlineData("nonsense();", "CS0103")]
    [InlineData("throw new Exception(\"went wrong\");", "went wrong")]
    [InlineData("#!fsharp\nlet x = 1", "#!fsharp")]
    public async Task ExtensionScript_Fails_IsToldAndTheCellGoesOn(string extension, string told)
    {
        feed.Pack(id, "1.0.0", extension: extension);
        var cell = await session.RunAsync($"#r \"nuget: {id}\"\nConsole.Write(\"went on\");");

        Assert.Equal(CellOutcome.Succeeded, session.Outcome);
        Assert.Contains($"The extension script of {id} 1.0.0 failed", cell.Text(StreamName.Stderr));
        Assert.Contains(told, cell.Text(StreamName.Stderr));
        Assert.Equal("went on", cell.Text(StreamName.Stdout));
    }

    [Fact]
    public async Task PackageThatRegistersAFormatter_ShowsItsValuesByIt()
    {
        feed.Pack(id, "1.0.0", """
            public class Shown { }
            public static class Extension
            {
                public static void Load() => Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Shown>((value, writer) => writer.Write("<b>shown</b>"), "text/html");
            }
            """, extension: "Extension.Load();");
        var cell = await session.RunAsync($"#r \"nuget: {id}\"\nnew Shown()");

        Assert.Equal("<b>shown</b>", cell.Result.Data["text/html"]);
    }

    [Fact]
    public async Task PackageThatHoldsAnAssemblyOfTheHost_LeavesTheHostsInForce()
    {
        var other = session.Folder.File("Spectre.Console.dll");
        await File.WriteAllBytesAsync(other, LocalFeed.Compile("Spectre.Console", "public class Other { }"), TestContext.Current.CancellationToken);
        feed.Pack(id, "1.0.0", file: ("lib/net10.0/Spectre.Console.dll", other));
        var cell = await session.RunAsync($"#r \"nuget: {id}\"\nConsole.Write(Spectre.Console.Markup.Escape(\"[host]\"));");

        Assert.Equal("[[host]]", cell.Text(StreamName.Stdout));
    }

    [Fact]
    public async Task NativeLibrary_OfAPackage_IsFoundByItsName()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The framework's own native library serves as the example.");
        var extension = OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        var library = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native" + extension);
        feed.Pack(id, "1.0.0", file: ($"runtimes/{RestoreProject.RuntimeIdentifier}/native/lib{id}{extension}", library));
        await session.RunAsync($"#r \"nuget: {id}\"\n[System.Runtime.InteropServices.DllImport(\"{id}\", EntryPoint = \"SystemNative_GetPid\")] static extern int Pid();");

        Assert.Equal("True", await session.EvaluateAsync("(Pid() == Environment.ProcessId).ToString()"));
    }

    [Fact]
    public async Task Source_RelativeToTheNotebook_IsUsed()
    {
        Directory.Move(session.Folder.File("feed"), session.Folder.File("elsewhere"));
        Directory.CreateDirectory(session.Folder.File("feed"));
        new LocalFeedAt(session.Folder.File("elsewhere")).Pack(id);
        await session.RunAsync($"#i \"nuget: elsewhere/feed\"\n#r \"nuget: {id}\"");

        Assert.Equal(CellOutcome.Succeeded, session.Outcome);
    }

    [Fact]
    public async Task Assembly_RelativeToTheNotebook_IsUsed()
    {
        await File.WriteAllBytesAsync(session.Folder.File(id + ".dll"), LocalFeed.Compile(id, "public static class Beside { public static int Value => 7; }"), TestContext.Current.CancellationToken);
        await session.RunAsync($"#r \"{id}.dll\"");

        Assert.Equal("7", await session.EvaluateAsync("Beside.Value"));
    }

    private sealed class LocalFeedAt(string folder)
    {
        public void Pack(string id) => new LocalFeed(folder).Pack(id, "1.0.0");
    }
}
