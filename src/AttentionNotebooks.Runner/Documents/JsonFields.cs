using System.Text.Json;
using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>Reads fields of JSON objects; a <see cref="FormatException"/> says which object lacks what.</summary>
internal static class JsonFields
{
    /// <summary>The field, which must be there and must be a <typeparamref name="T"/>.</summary>
    internal static T Require<T>(this JsonObject owner, string name, string where)
        where T : JsonNode
    {
        return owner.RequireField(name, where) as T
            ?? throw new FormatException($"'{name}' of {where} must be {(typeof(T) == typeof(JsonObject) ? "an object" : "a list")}.");
    }

    /// <summary>The field, which must be there and must be a string.</summary>
    internal static string RequireText(this JsonObject owner, string name, string where) =>
        AsText(owner.RequireField(name, where)) ?? throw new FormatException($"'{name}' of {where} must be a string.");

    /// <summary>The field, which must be there and must be a whole number or, read as null, <c>null</c>.</summary>
    internal static int? RequireNumberOrNull(this JsonObject owner, string name, string where)
    {
        return owner.RequireField(name, where) switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int number) => number,
            _ => throw new FormatException($"'{name}' of {where} must be a whole number."),
        };
    }

    /// <summary>The field, which must be there: a string, or a list of strings to be joined.</summary>
    internal static string RequireMultiline(this JsonObject owner, string name, string where) =>
        AsMultiline(owner.RequireField(name, where))
        ?? throw new FormatException($"'{name}' of {where} must be a string or a list of strings.");

    /// <summary>The string at the end of a path of field names; null where there is none.</summary>
    internal static string? TextAt(this JsonObject owner, params ReadOnlySpan<string> names)
    {
        JsonNode? node = owner;
        foreach (string name in names)
        {
            node = (node as JsonObject)?[name];
        }

        return AsText(node);
    }

    /// <summary>The text of a string or of a list of strings; null for anything else.</summary>
    internal static string? AsMultiline(JsonNode? node)
    {
        if (node is not JsonArray lines)
        {
            return AsText(node);
        }

        string?[] texts = [.. lines.Select(AsText)];
        return texts.Contains(null) ? null : string.Concat(texts);
    }

    private static JsonNode? RequireField(this JsonObject owner, string name, string where)
    {
        return owner.TryGetPropertyValue(name, out JsonNode? value) ? value : throw new FormatException($"{where} has no '{name}'.");
    }

    private static string? AsText(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
