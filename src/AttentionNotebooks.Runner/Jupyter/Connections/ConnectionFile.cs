using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AttentionNotebooks.Runner.Jupyter.Connections;

/// <summary>Where a front end wants its kernel to listen, and the key that both sign with.</summary>
internal sealed record ConnectionFile
{
    private const string Tcp = "tcp";
    private const string HmacSha256 = "hmac-sha256";

    [JsonPropertyName("transport")]
    public string Transport { get; init; } = Tcp;

    [JsonPropertyName("ip")]
    public string Ip { get; init; } = "127.0.0.1";

    [JsonPropertyName("signature_scheme")]
    public string SignatureScheme { get; init; } = HmacSha256;

    /// <summary>The key; empty where messages are not signed.</summary>
    [JsonPropertyName("key")]
    public string Key { get; init; } = "";

    [JsonPropertyName("shell_port"), JsonRequired]
    public int ShellPort { get; init; }

    [JsonPropertyName("control_port"), JsonRequired]
    public int ControlPort { get; init; }

    [JsonPropertyName("iopub_port"), JsonRequired]
    public int PublishPort { get; init; }

    [JsonPropertyName("stdin_port"), JsonRequired]
    public int InputPort { get; init; }

    [JsonPropertyName("hb_port"), JsonRequired]
    public int HeartbeatPort { get; init; }

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="ConnectionFileException">It cannot be read, or asks for what this kernel does not do.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllText(path)) ?? throw new JsonException("It is null.");
            file.Check();
            return file;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ConnectionFileException($"The connection file '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>A port as ZeroMQ writes it.</summary>
    public string AddressOf(int port) =>
        IPAddress.TryParse(Ip, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"{Tcp}://[{Ip}]:{port}"
            : $"{Tcp}://{Ip}:{port}";

    private void Check()
    {
        if (Transport != Tcp)
            throw new ConnectionFileException($"The connection file asks for the transport '{Transport}'; this kernel speaks tcp only.");
        if (SignatureScheme != HmacSha256)
            throw new ConnectionFileException($"The connection file asks for signatures by '{SignatureScheme}'; this kernel signs by {HmacSha256} only.");
        foreach (var port in (int[])[ShellPort, ControlPort, PublishPort, InputPort, HeartbeatPort])
        {
            if (port is <= 0 or > ushort.MaxValue)
                throw new ConnectionFileException($"The connection file has the port {port}; a port is a number from 1 to {ushort.MaxValue}.");
        }
    }
}
