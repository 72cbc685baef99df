using System.Text.Json;
using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Jupyter.Requests;

/// <summary>Reads the optional fields of a message's content; a field that is null is as good as left out.</summary>
internal static class ContentFields
{
    /// <summary>A field that is true or false.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static bool Flag(this JsonObject content, string name, bool otherwise) => content[name]?.GetValueKind() switch
    {
        null => otherwise,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new FormatException($"'{name}' must be true or false."),
    };

    /// <summary>A field that is a whole number.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static int? Number(this JsonObject content, string name) => content[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int number) => number,
        _ => throw new FormatException($"'{name}' must be a whole number."),
    };
}
