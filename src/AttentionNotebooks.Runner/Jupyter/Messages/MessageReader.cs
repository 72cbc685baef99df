using System.Text.Json;
using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;

namespace AttentionNotebooks.Runner.Jupyter.Messages;

/// <summary>
/// Turns the frames of a multipart message into a <see cref="Message"/>: identities, a delimiter, the signature, then header, parent
/// header, metadata and content. Nothing is parsed whose signature is not right.
/// </summary>
internal sealed class MessageReader(MessageSigner signer)
{
    private const int PartCount = 4;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly SeenSignatures seen = new();

    /// <summary>Reads a message.</summary>
    /// <exception cref="MalformedMessageException">It is none, is not signed as it should be, or came before.</exception>
    public Message Read(IReadOnlyList<byte[]> frames)
    {
        var delimiter = FindDelimiter(frames);
        if (frames.Count < delimiter + 2 + PartCount)
            throw new MalformedMessageException($"it has {frames.Count - delimiter - 1} frames after the delimiter; at least {PartCount + 1} are needed");

        byte[][] parts = [.. frames.Skip(delimiter + 2).Take(PartCount)];
        CheckSignature(frames[delimiter + 1], parts);
        try
        {
            return Read([.. frames.Take(delimiter)], parts);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no Unicode text.
            throw new MalformedMessageException("its JSON is broken");
        }
    }

    private static Message Read(byte[][] identities, byte[][] parts)
    {
        var header = ReadObject(parts[0], "header");
        var parent = ReadObject(parts[1], "parent header");
        ReadObject(parts[2], "metadata");
        if (header.TextAt("msg_id") is null) throw new MalformedMessageException("its header has no msg_id");
        var type = header.TextAt("msg_type") ?? throw new MalformedMessageException("its header has no msg_type");
        return new Message(identities, parts[0], type, parent.TextAt("msg_id"), ReadObject(parts[3], "content"));
    }

    private static JsonObject ReadObject(byte[] json, string name) =>
        JsonNode.Parse(json, documentOptions: Strict) as JsonObject
        ?? throw new MalformedMessageException($"its {name} is not a JSON object");

    private static int FindDelimiter(IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].AsSpan().SequenceEqual(MessageWriter.Delimiter)) return i;
        }

        throw new MalformedMessageException("it has no delimiter");
    }

    private void CheckSignature(byte[] signature, byte[][] parts)
    {
        if (!signer.Signs) return;
        if (!signer.Verify(signature, parts)) throw new MalformedMessageException(signature.Length == 0 ? "it is not signed" : "its signature is wrong");
        if (!seen.Add(signature)) throw new MalformedMessageException("it came before");
    }
}
