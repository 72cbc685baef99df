using System.Security.Cryptography;
using System.Text;

namespace AttentionNotebooks.Runner.Jupyter.Messages;

/// <summary>Signs the parts of messages by HMAC-SHA256 with the key of the connection file; an empty key signs nothing.</summary>
internal sealed class MessageSigner(string key)
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(key);

    /// <summary>Whether there is a key.</summary>
    public bool Signs => key.Length > 0;

    /// <summary>The signature of the parts in their order: hexadecimal digits, lower case.</summary>
    public byte[] Sign(params ReadOnlySpan<byte[]> parts)
    {
        if (!Signs) return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether the signature is that of the parts; how long the answer takes does not depend on where they differ.</summary>
    public bool Verify(byte[] signature, params ReadOnlySpan<byte[]> parts) =>
        CryptographicOperations.FixedTimeEquals(signature, Sign(parts));
}
