using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Workers;

/// <summary>How messages are written between parent and worker: one JSON value a line.</summary>
internal static class MessageJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddOutputTypes } },
    };

    public static string Write<T>(T message) => JsonSerializer.Serialize(message, Options);

    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, Options)!;

    // Outputs know nothing of JSON; here they learn how to travel.
    private static void AddOutputTypes(JsonTypeInfo type)
    {
        if (type.Type != typeof(Output)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            DerivedTypes =
            {
                new JsonDerivedType(typeof(StreamOutput), "stream"),
                new JsonDerivedType(typeof(DisplayOutput), "display"),
                new JsonDerivedType(typeof(ErrorOutput), "error"),
                new JsonDerivedType(typeof(ClearOutput), "clear"),
            },
        };
    }
}
