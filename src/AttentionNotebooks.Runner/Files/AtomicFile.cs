namespace AttentionNotebooks.Runner.Files;

internal static class AtomicFile
{
    public static void WriteAllText(string path, string text)
    {
        var temporary = path + "." + Guid.NewGuid().ToString("n");
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }
}
