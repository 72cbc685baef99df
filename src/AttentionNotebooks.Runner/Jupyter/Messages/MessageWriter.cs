using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Jupyter.Messages;

/// <summary>Makes the frames of what the kernel says. Thread-safe.</summary>
internal sealed class MessageWriter(MessageSigner signer)
{
    /// <summary>The version of the messaging protocol that the kernel speaks.</summary>
    public const string ProtocolVersion = "5.4";

    // Messages are no part of a page: only what JSON itself demands is escaped.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string session = NewId();

    /// <summary>What stands between identities and message.</summary>
    public static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>An id that no other message has.</summary>
    public static string NewId() => Guid.NewGuid().ToString("n");

    /// <summary>Makes the frames of a message.</summary>
    /// <param name="identities">Whom it goes to; for publications their topic.</param>
    /// <param name="type">What it is.</param>
    /// <param name="parentHeader">The header of what it answers; <c>{}</c> if it answers nothing.</param>
    /// <param name="content">What it says.</param>
    /// <param name="id">Its id; a new one if null.</param>
    public IReadOnlyList<byte[]> Write(
        IReadOnlyList<byte[]> identities, string type, byte[] parentHeader, JsonObject content, string? id = null)
    {
        byte[][] parts = [ToUtf8(Header(type, id ?? NewId())), parentHeader, [.. "{}"u8], ToUtf8(content)];
        return [.. identities, Delimiter.ToArray(), signer.Sign(parts), .. parts];
    }

    private static byte[] ToUtf8(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Plain);

    private JsonObject Header(string type, string id) => new()
    {
        ["msg_id"] = id,
        ["session"] = session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = ProtocolVersion,
    };
}
