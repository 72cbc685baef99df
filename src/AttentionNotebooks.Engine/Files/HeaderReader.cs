using System.Text.Json;
using System.Text.Unicode;

namespace AttentionNotebooks;

/// <summary>Reads the JSON of a header, token by token, so that no more is allocated than what it is about.</summary>
internal ref struct HeaderReader
{
    /// <summary>More than any library makes.</summary>
    private const int MaxDimensions = 64;

    private readonly List<TensorEntry> entries = [];
    private readonly Dictionary<string, string> metadata = [];
    private Utf8JsonReader json;

    private HeaderReader(ReadOnlySpan<byte> json) => this.json = new Utf8JsonReader(json);

    internal static (List<TensorEntry> Entries, Dictionary<string, string> Metadata) Read(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json[0] != '{') throw new InvalidDataException("The header must be a JSON object, which begins with '{': it does not.");
        if (!Utf8.IsValid(json)) throw new InvalidDataException("The header must be UTF-8: it is not.");
        HeaderReader reader = new(json);
        try
        {
            reader.ReadObject();
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"The header must be JSON: {broken.Message}", broken);
        }

        return (reader.entries, reader.metadata);
    }

    private void ReadObject()
    {
        HashSet<string> names = [];
        Next(JsonTokenType.StartObject, "the header");
        while (NextName("the header") is { } name)
        {
            string what = name == SafeTensorHeader.MetadataName ? name : $"tensor {Untrusted.Quote(name)}";
            if (!names.Add(name)) throw Broken($"{what} is there twice");
            if (name == SafeTensorHeader.MetadataName) ReadMetadata(what);
            else entries.Add(ReadTensor(name, what));
        }

        // Reads on to the end, where only white space may stand.
        _ = json.Read();
    }

    private void ReadMetadata(string what)
    {
        Next(JsonTokenType.StartObject, what);
        while (NextName(what) is { } name)
        {
            string text = NextText($"{Untrusted.Quote(name)} of {what}");
            if (!metadata.TryAdd(name, text)) throw Broken($"{Untrusted.Quote(name)} of {what} is there twice");
        }
    }

    private TensorEntry ReadTensor(string name, string what)
    {
        DType? type = null;
        long[]? shape = null, offsets = null;
        Next(JsonTokenType.StartObject, what);
        while (NextName(what) is { } key)
        {
            bool isSecond = key switch { "dtype" => type is not null, "shape" => shape is not null, "data_offsets" => offsets is not null, _ => false };
            if (isSecond) throw Broken($"{key} of {what} is there twice");
            if (key == "dtype") type = ReadType(what);
            else if (key == "shape") shape = ReadNumbers($"shape of {what}");
            else if (key == "data_offsets") offsets = ReadNumbers($"data_offsets of {what}");
            else json.Skip();
        }

        if (type is null || shape is null || offsets is null)
            throw Broken($"{what} has no {(type is null ? "dtype" : shape is null ? "shape" : "data_offsets")}");
        if (offsets.Length != 2) throw Broken($"data_offsets of {what} must be two numbers, they are {offsets.Length}");
        return new TensorEntry(name, type.Value, shape, offsets[0], offsets[1]);
    }

    private DType ReadType(string what)
    {
        string name = NextText($"dtype of {what}");
        return DTypes.TryParse(name, out DType type) ? type : throw Broken($"dtype of {what} is not known: {Untrusted.Quote(name)}");
    }

    private long[] ReadNumbers(string what)
    {
        List<long> numbers = [];
        Next(JsonTokenType.StartArray, what);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out long number) || number < 0)
                throw Broken($"{what} must hold whole numbers from 0 to {long.MaxValue}");
            if (numbers.Count == MaxDimensions) throw Broken($"{what} must hold at most {MaxDimensions} numbers");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    /// <summary>The name of the next property, or null at the end of the object.</summary>
    private string? NextName(string what)
    {
        _ = json.Read();
        return json.TokenType == JsonTokenType.EndObject ? null : Text($"a name in {what}");
    }

    private string NextText(string what)
    {
        Next(JsonTokenType.String, what);
        return Text(what);
    }

    private void Next(JsonTokenType expected, string what)
    {
        _ = json.Read();
        if (json.TokenType != expected) throw Broken($"{what} must be a {Kind(expected)}, it is a {Kind(json.TokenType)}");
    }

    private readonly string Text(string what)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Broken($"{what} is half a character (a lone surrogate)");
        }
    }

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "JSON object",
        JsonTokenType.StartArray => "JSON array",
        JsonTokenType.String => "text",
        JsonTokenType.Number => "number",
        _ => $"JSON {type}",
    };

    private readonly InvalidDataException Broken(string what) => new($"In the header, at its byte {json.TokenStartIndex}: {what}.");
}
