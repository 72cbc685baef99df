using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Packages;

public sealed class PackageRestorerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly LocalFeed feed;

    public PackageRestorerTests() => feed = new LocalFeed(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Restore_PackageWithADependency_GivesTheDependencyFirst()
    {
        feed.Pack("Below", "1.0.0");
        feed.Pack("Above", "1.0.0", dependency: "Below");

        Assert.Equal(["Below", "Above"], (await RestoreAsync("Above")).Select(package => package.Id));
    }

    [Theory]
    [InlineData(null, "1.10.0")]
    [InlineData("*-*", "2.0.0-beta")]
    [InlineData("1.9.0", "1.9.0")]
    [InlineData("[1.0.0,1.10.0)", "1.9.0")]
    public async Task Restore_SeveralVersions_GivesTheOneAskedFor(string? asked, string version)
    {
        foreach (var each in new[] { "1.9.0", "1.10.0", "2.0.0-beta" }) feed.Pack("A", each);

        Assert.Equal(version, Assert.Single(await RestoreAsync("A", asked)).Version);
    }

    [Fact]
    public async Task Restore_SameVersionPackedAgain_GivesTheNewContent()
    {
        feed.Pack("A", "1.0.0", "public class First { }");
        var first = Assert.Single(await RestoreAsync("A"));
        var before = await ReadAssemblyAsync(first);
        feed.Pack("A", "1.0.0", "public class Second { }");
        var second = Assert.Single(await RestoreAsync("A"));

        Assert.Equal(LocalFeed.Compile("A", "public class First { }").Length, before.Length);
        Assert.Contains("Second", System.Text.Encoding.UTF8.GetString(await ReadAssemblyAsync(second)));
        Assert.Equal(before, await ReadAssemblyAsync(first)); // Whoever uses the old build keeps it.
    }

    [Fact]
    public async Task Restore_DependencyPackedAgain_GivesTheNewContent()
    {
        feed.Pack("Below", "1.0.0", "public class First { }");
        feed.Pack("Above", "1.0.0", dependency: "Below");
        await RestoreAsync("Above");
        feed.Pack("Below", "1.0.0", "public class Second { }");
        var below = (await RestoreAsync("Above"))[0];

        Assert.Contains("Second", System.Text.Encoding.UTF8.GetString(await ReadAssemblyAsync(below)));
    }

    [Fact]
    public async Task Restore_AskedAgain_IsAnsweredWithoutNuGet()
    {
        feed.Pack("A", "1.0.0");
        var first = await RestoreAsync("A");
        Directory.Delete(feed.GlobalPackages, recursive: true);
        var second = await RestoreAsync("A");

        Assert.Equal(first[0].RuntimeAssemblies, second[0].RuntimeAssemblies);
        Assert.False(Directory.Exists(feed.GlobalPackages));
    }

    [Fact]
    public async Task Restore_CachedFilesAreGone_RestoresAgain()
    {
        feed.Pack("A", "1.0.0");
        Directory.Delete((await RestoreAsync("A"))[0].Folder, recursive: true);

        Assert.True((await RestoreAsync("A"))[0].IsComplete);
    }

    [Fact]
    public async Task Restore_ByTwoAtOnce_GivesBothTheSame()
    {
        feed.Pack("A", "1.0.0");
        var both = await Task.WhenAll(RestoreAsync("A"), RestoreAsync("A"));

        Assert.Equal(both[0][0].RuntimeAssemblies, both[1][0].RuntimeAssemblies);
    }

    [Fact]
    public async Task Restore_UnknownPackage_ThrowsNuGetsOwnMessage()
    {
        var exception = await Assert.ThrowsAsync<PackageException>(() => RestoreAsync("Not.There"));

        Assert.StartsWith("NU1101: Unable to find package Not.There.", exception.Message);
        Assert.DoesNotContain(folder.Path, exception.Message);
    }

    [Fact]
    public async Task Restore_UnreachableSource_UsesWhatThisMachineHas()
    {
        feed.Pack("A", "1.0.0");
        await RestoreAsync("A");
        var sources = PackageSources.Read(folder.Path, [folder.File("no-such-feed")]);
        var package = Assert.Single(await Restorer.RestoreAsync([new PackageRequest("A", "*-*")], sources, TestContext.Current.CancellationToken));

        Assert.Equal("1.0.0", package.Version);
    }

    [Fact]
    public async Task Restore_Cancelled_LeavesNoWorkBehind()
    {
        feed.Pack("A", "1.0.0");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Restorer.RestoreAsync([new PackageRequest("A", null)], PackageSources.Read(folder.Path, []), cancelled.Token));

        Assert.False(Directory.Exists(folder.File("cache", "work")) && Directory.EnumerateFileSystemEntries(folder.File("cache", "work")).Any());
    }

    private PackageRestorer Restorer => new(folder.File("cache"));

    private Task<IReadOnlyList<RestoredPackage>> RestoreAsync(string id, string? version = null) =>
        Restorer.RestoreAsync([new PackageRequest(id, version)], PackageSources.Read(folder.Path, []), TestContext.Current.CancellationToken);

    private static Task<byte[]> ReadAssemblyAsync(RestoredPackage package) =>
        File.ReadAllBytesAsync(package.RuntimeAssemblies.Single(), TestContext.Current.CancellationToken);
}
