using System.Text;

namespace AttentionNotebooks.Runner.Files;

/// <summary>Writes files so that a reader, or a run that is cut short, sees the old content or the new one, never half of it.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="text"/> as UTF-8 without a byte order mark; creates the folder where it is missing.</summary>
    internal static void WriteAllText(string path, string text) => Replace(path, temporary => File.WriteAllText(temporary, text, Utf8));

    /// <summary>Copies <paramref name="source"/> to <paramref name="path"/>; creates the folder where it is missing.</summary>
    internal static void Copy(string source, string path) => Replace(path, temporary => File.Copy(source, temporary));

    // A rename is atomic only within one file system, hence the temporary file beside the target.
    private static void Replace(string path, Action<string> write)
    {
        string target = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(target)!;
        _ = Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            write(temporary);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
