using System.Text.Json;
using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>A value in several MIME types: nbformat keeps JSON as JSON, text as lines, anything else as one string.</summary>
internal static class MimeBundle
{
    /// <summary>Reads MIME type → text; JSON becomes its text.</summary>
    internal static IReadOnlyDictionary<string, string> Read(JsonObject bundle, string where)
    {
        return bundle.ToDictionary(entry => entry.Key, entry => ReadText(entry.Key, entry.Value, where));
    }

    /// <summary>Writes MIME type → text, types in alphabetical order.</summary>
    internal static JsonObject Write(IReadOnlyDictionary<string, string> data)
    {
        IEnumerable<KeyValuePair<string, JsonNode?>> fields = data
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, WriteText(entry.Key, entry.Value)));
        return new JsonObject(fields);
    }

    /// <summary>Writes MIME type → text as messages carry it: JSON as JSON, anything else as one string.</summary>
    internal static JsonObject WriteWhole(IReadOnlyDictionary<string, string> data) =>
        new(data.Select(entry => KeyValuePair.Create(entry.Key, IsJson(entry.Key) ? ParseOrQuote(entry.Value) : JsonValue.Create(entry.Value))));

    private static string ReadText(string mimeType, JsonNode? value, string where)
    {
        if (IsJson(mimeType))
        {
            return value?.ToJsonString() ?? "null";
        }

        return JsonFields.AsMultiline(value)
            ?? throw new FormatException($"'{mimeType}' of {where} must be a string or a list of strings.");
    }

    private static JsonNode? WriteText(string mimeType, string text)
    {
        if (IsJson(mimeType))
        {
            return ParseOrQuote(text);
        }

        return IsLines(mimeType) ? MultilineText.ToLines(text) : JsonValue.Create(text);
    }

    // A formatter that says JSON and gives something else must not cost the user the whole notebook.
    private static JsonNode? ParseOrQuote(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static bool IsJson(string mimeType) =>
        mimeType == "application/json"
        || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));

    private static bool IsLines(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript";
}
