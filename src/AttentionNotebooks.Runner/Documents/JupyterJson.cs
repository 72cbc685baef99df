using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>
/// Lays JSON out byte for byte as Jupyter does (one blank per level, only the escapes that JSON demands, a final newline), so that a notebook
/// which passes through here and through Jupyter shows no differences but the real ones. <see cref="Utf8JsonWriter"/> escapes more.
/// </summary>
internal static class JupyterJson
{
    /// <summary>The text of a file.</summary>
    internal static string Write(JsonNode root)
    {
        StringBuilder text = new();
        WriteNode(text, root, depth: 0);
        return text.Append('\n').ToString();
    }

    private static void WriteNode(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject fields:
                WriteBlock(text, '{', '}', fields, depth, field =>
                {
                    WriteString(text, field.Key);
                    _ = text.Append(": ");
                    WriteNode(text, field.Value, depth + 1);
                });
                break;
            case JsonArray items:
                WriteBlock(text, '[', ']', items, depth, item => WriteNode(text, item, depth + 1));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            default:
                _ = text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteBlock<T>(StringBuilder text, char open, char close, IEnumerable<T> items, int depth, Action<T> write)
    {
        _ = text.Append(open);
        bool first = true;
        foreach (T item in items)
        {
            _ = text.Append(first ? "\n" : ",\n").Append(' ', depth + 1);
            write(item);
            first = false;
        }

        _ = first ? text.Append(close) : text.Append('\n').Append(' ', depth).Append(close);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        _ = text.Append('"');
        foreach (char letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        _ = text.Append('"');
    }
}
