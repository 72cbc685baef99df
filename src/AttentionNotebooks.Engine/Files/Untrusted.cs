using System.Globalization;
using System.Text;

namespace AttentionNotebooks;

/// <summary>Text that came with a file, made fit for a message: short, and without what could disturb or deceive its reader.</summary>
internal static class Untrusted
{
    private const int NameLength = 80, MessageLength = 300, MaxCount = 8;

    internal static string Quote(string text) => $"'{Plain(text)}'";

    /// <summary>What does not print is written as \u…; what is too long loses its middle.</summary>
    internal static string Plain(string text) => Plain(text, NameLength);

    /// <summary>The same for the message of another library, which may quote the file.</summary>
    internal static string Message(Exception exception) => Plain(exception.Message, MessageLength);

    /// <summary>The first few, and how many more there are.</summary>
    internal static string List(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        if (all.Length == 0) return "none";
        string first = string.Join(", ", all.Take(MaxCount).Select(Quote));
        return all.Length <= MaxCount ? first : $"{first} and {all.Length - MaxCount} more";
    }

    /// <summary>A text of the caller that is to be written as UTF-8 and read again as it was.</summary>
    internal static void MustBeUnicode(string text, string name)
    {
        for (int index = 0; index < text.Length; index += char.IsSurrogate(text[index]) ? 2 : 1)
        {
            if (char.IsSurrogate(text[index]) && (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])))
                throw new ArgumentException($"{name} must be valid Unicode: {Quote(text)} has half a character (a lone surrogate) at {index}.", name);
        }
    }

    private static string Plain(string text, int length) =>
        text.Length <= length ? Escape(text) : $"{Escape(text[..(length / 2)])}…{Escape(text[^(length / 2)..])}";

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char character in text)
        {
            if (IsPlain(character)) _ = escaped.Append(character);
            else _ = escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return escaped.ToString();
    }

    private static bool IsPlain(char character) =>
        character == ' ' || char.IsLetterOrDigit(character) || char.IsPunctuation(character) || char.IsSymbol(character);
}
