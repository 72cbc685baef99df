using AttentionNotebooks.Runner.Files;

namespace AttentionNotebooks.Runner.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WriteAllText_FileExists_ReplacesItAndLeavesNothingElse()
    {
        string path = folder.Write("a.txt", "a much longer old text");

        AtomicFile.WriteAllText(path, "new ⊤");

        Assert.Equal("new ⊤"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal(["a.txt"], folder.FileNames());
    }

    [Fact]
    public void WriteAllText_FolderIsMissing_CreatesIt()
    {
        AtomicFile.WriteAllText(folder["deep/er/a.txt"], "x");

        Assert.Equal(["deep/er/a.txt"], folder.FileNames());
    }

    [Fact]
    public void WriteAllText_TargetIsAFolder_ThrowsAndLeavesNoTemporaryFile()
    {
        _ = Directory.CreateDirectory(folder["a.txt"]);

        _ = Assert.ThrowsAny<Exception>(() => AtomicFile.WriteAllText(folder["a.txt"], "x"));

        Assert.Empty(folder.FileNames());
    }

    [Fact]
    public void WriteAllText_OthersRead_TheySeeOneTextOrTheOther()
    {
        string path = folder["a.txt"];
        string[] texts = [new('a', 1 << 16), new('b', 1 << 17)];
        AtomicFile.WriteAllText(path, texts[0]);
        HashSet<string> seen = [];

        Parallel.Invoke(
            () => Enumerable.Range(0, 100).ToList().ForEach(turn => AtomicFile.WriteAllText(path, texts[turn % 2])),
            () => Enumerable.Range(0, 200).ToList().ForEach(_ => seen.Add(File.ReadAllText(path))));

        Assert.Subset(texts.ToHashSet(), seen);
    }

    [Fact]
    public void Copy_FileExists_ReplacesIt()
    {
        string path = folder.Write("b.bin", "old");

        AtomicFile.Copy(folder.Write("a.bin", "new"), path);

        Assert.Equal("new", File.ReadAllText(path));
    }
}
