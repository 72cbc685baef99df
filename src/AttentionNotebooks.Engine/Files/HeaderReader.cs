using System.Text.Json;
using System.Text.Unicode;

namespace AttentionNotebooks;

/// <summary>Reads the JSON of a header, token by token, so that little more is allocated than what it says.</summary>
internal ref struct HeaderReader
{
    /// <summary>More than any library makes.</summary>
    private const int MaxDimensions = 64;

    private readonly List<TensorEntry> entries = [];
    private readonly Dictionary<string, string> metadata = [];
    private Utf8JsonReader json;

    /// <summary>Where it is reading, for a message: at the header itself, at a tensor or the metadata, at a part of that.</summary>
    private string? owner, part;

    private HeaderReader(ReadOnlySpan<byte> json) => this.json = new Utf8JsonReader(json);

    internal static (List<TensorEntry> Entries, Dictionary<string, string> Metadata) Read(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json[0] != '{') throw new InvalidDataException("The header must be a JSON object, which begins with '{': it does not.");
        if (!Utf8.IsValid(json)) throw new InvalidDataException("The header must be UTF-8: it is not.");
        HeaderReader reader = new(json);
        try
        {
            reader.ReadHeader();
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"The header must be JSON: {Untrusted.Message(broken)}", broken);
        }

        return (reader.entries, reader.metadata);
    }

    private void ReadHeader()
    {
        HashSet<string> names = [];
        Next(JsonTokenType.StartObject);
        while (NextName() is { } name)
        {
            owner = name;
            if (!names.Add(name)) throw Broken("it is there twice");
            if (name == SafeTensorHeader.MetadataName) ReadMetadata();
            else entries.Add(ReadTensor(name));
            owner = null;
        }

        // Only white space may follow: anything else throws.
        _ = json.Read();
    }

    private void ReadMetadata()
    {
        Next(JsonTokenType.StartObject);
        while (NextName() is { } name)
        {
            part = name;
            if (!metadata.TryAdd(name, NextText())) throw Broken("it is there twice");
            part = null;
        }
    }

    private TensorEntry ReadTensor(string name)
    {
        DType? type = null;
        long[]? shape = null, offsets = null;
        Next(JsonTokenType.StartObject);
        while (NextName() is { } key)
        {
            part = key;
            switch (key)
            {
                case "dtype" when type is null:
                    type = NextType();
                    break;
                case "shape" when shape is null:
                    shape = NextNumbers();
                    break;
                case "data_offsets" when offsets is null:
                    offsets = NextNumbers();
                    break;
                case "dtype" or "shape" or "data_offsets":
                    throw Broken("it is there twice");
                default:
                    // The reference implementation reads over it too.
                    json.Skip();
                    break;
            }

            part = null;
        }

        if (type is null || shape is null || offsets is null) throw Broken("its dtype, shape or data_offsets is missing");
        return offsets.Length == 2
            ? new TensorEntry(name, type.Value, shape, offsets[0], offsets[1])
            : throw Broken($"its data_offsets must be two numbers, they are {offsets.Length}");
    }

    private DType NextType()
    {
        string name = NextText();
        return DTypes.TryParse(name, out DType type) ? type : throw Broken($"{Untrusted.Quote(name)} is not known");
    }

    private long[] NextNumbers()
    {
        Span<long> numbers = stackalloc long[MaxDimensions];
        int count = 0;
        Next(JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out long number) || number < 0)
                throw Broken($"it must hold whole numbers from 0 to {long.MaxValue}");
            if (count == MaxDimensions) throw Broken($"it must hold at most {MaxDimensions} numbers");
            numbers[count++] = number;
        }

        return [.. numbers[..count]];
    }

    /// <summary>The name of the next property, or null at the end of the object.</summary>
    private string? NextName()
    {
        _ = json.Read();
        return json.TokenType == JsonTokenType.EndObject ? null : Text();
    }

    private string NextText()
    {
        Next(JsonTokenType.String);
        return Text();
    }

    private void Next(JsonTokenType expected)
    {
        _ = json.Read();
        if (json.TokenType != expected) throw Broken($"it must be a JSON {expected}, it is a {json.TokenType}");
    }

    private readonly string Text()
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Broken("a text has half a character (a lone surrogate)");
        }
    }

    private readonly InvalidDataException Broken(string what)
    {
        string of = owner is null ? "" : owner == SafeTensorHeader.MetadataName ? $", {owner}" : $", tensor {Untrusted.Quote(owner)}";
        string at = part is null ? "" : $", {Untrusted.Quote(part)}";
        return new InvalidDataException($"The header is broken at its byte {json.TokenStartIndex}{of}{at}: {what}.");
    }
}
