using System.Text;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Support;

/// <summary>Messages that are wrong somewhere: frames of noise, true messages with frames cut, lost, doubled or changed.</summary>
internal static class MalformedMessage
{
    /// <summary>Makes the frames of one.</summary>
    public static IReadOnlyList<byte[]> Make(Random random, JupyterClient client) => random.Next(3) switch
    {
        0 => Noise(random),
        1 => Spoil(random, [.. client.Sign(TrueParts())]),
        _ => client.Sign([.. Spoil(random, [.. TrueParts()])]), // Rightly signed, and still wrong.
    };

    /// <summary>The beginning of a connection that is none of ZeroMQ's, or breaks off.</summary>
    public static byte[] Handshake(Random random)
    {
        var noise = Bytes(random, random.Next(200));
        byte[] greeting = [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, .. noise];
        return random.Next(2) == 0 ? noise : greeting;
    }

    private static byte[][] TrueParts() => JupyterClient.Parts("id", "execute_request", JupyterClient.Cell("Environment.Exit(1);"));

    private static List<byte[]> Noise(Random random) => [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Bytes(random, random.Next(300)))];

    private static List<byte[]> Spoil(Random random, List<byte[]> frames)
    {
        var place = random.Next(frames.Count);
        switch (random.Next(5))
        {
            case 0: frames.RemoveAt(place); break;
            case 1: frames.Insert(Math.Max(1, place), Bytes(random, random.Next(50))); break; // Before all others it would be one more identity.
            case 2: frames[place] = frames[place][..random.Next(frames[place].Length)]; break;
            case 3: frames[place] = Encoding.UTF8.GetBytes("[[[{\"msg_id\":null}]]]"); break;
            default: frames[place] = [.. frames[place].Select((one, i) => i == 1 ? (byte)(one ^ 0x55) : one)]; break;
        }

        return frames;
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
