using System.Text;

namespace AttentionNotebooks;

/// <summary>Writes a file so that it is either the old one or the new one, never a part.</summary>
internal static class AtomicFile
{
    internal static void WriteAllText(string path, string text) => Write(path, writer => writer.Write(text));

    /// <summary>The same for what is too long to be held as one string.</summary>
    internal static void Write(string path, Action<TextWriter> write) => WriteBytes(path, stream =>
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        write(writer);
    });

    /// <summary>The same for what is no text.</summary>
    internal static void WriteBytes(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = Path.GetFullPath(path);
        string temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write)) write(stream);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
