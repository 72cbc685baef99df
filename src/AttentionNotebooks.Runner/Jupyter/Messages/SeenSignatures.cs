using System.Text;

namespace AttentionNotebooks.Runner.Jupyter.Messages;

/// <summary>The newest signatures, so that a message which somebody overheard cannot be sent again.</summary>
internal sealed class SeenSignatures
{
    private const int Capacity = 1 << 16;

    private readonly HashSet<string> known = [];
    private readonly Queue<string> oldestFirst = new();

    /// <summary>Remembers a signature; false if it was there already.</summary>
    public bool Add(byte[] signature)
    {
        var text = Encoding.ASCII.GetString(signature);
        if (!known.Add(text)) return false;
        oldestFirst.Enqueue(text);
        if (oldestFirst.Count > Capacity) known.Remove(oldestFirst.Dequeue());
        return true;
    }
}
