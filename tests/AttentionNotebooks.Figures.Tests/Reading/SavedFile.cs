namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>A file that lives as long as it is read.</summary>
internal static class SavedFile
{
    /// <summary>The lines of what was saved.</summary>
    internal static string[] Lines(Action<string> save)
    {
        string path = Path.GetTempFileName();
        try
        {
            save(path);
            return File.ReadAllText(path).Split("\r\n");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
