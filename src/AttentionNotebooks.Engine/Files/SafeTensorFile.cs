using System.Diagnostics.CodeAnalysis;

namespace AttentionNotebooks;

/// <summary>What a safetensors file holds. Read by <see cref="SafeTensors"/>; immutable.</summary>
public sealed class SafeTensorFile
{
    private readonly Dictionary<string, SafeTensor> byName;

    internal SafeTensorFile(SafeTensorHeader header, ReadOnlyMemory<byte> data)
    {
        Metadata = header.Metadata.AsReadOnly();
        Tensors = [.. header.Entries.Select(entry => new SafeTensor(entry.Name, entry.Type, entry.Shape, data[(int)entry.Begin..(int)entry.End]))];
        byName = Tensors.ToDictionary(tensor => tensor.Name);
    }

    /// <summary>The texts of <c>__metadata__</c> by name; empty where the file has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensors, in the order of their data.</summary>
    public IReadOnlyList<SafeTensor> Tensors { get; }

    /// <summary>The tensor of a name.</summary>
    /// <param name="name">Its name, for example <c>layers.0.self_attn.in_proj_weight</c>.</param>
    /// <returns>The tensor.</returns>
    /// <exception cref="InvalidDataException">The file has none of this name.</exception>
    public SafeTensor Get(string name) => TryGet(name, out SafeTensor? tensor)
        ? tensor
        : throw new InvalidDataException($"The file has no tensor {Untrusted.Quote(name)}. It has {Untrusted.List(Tensors.Select(one => one.Name))}.");

    /// <summary>The tensor of a name, if there is one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="tensor">The tensor, or null.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out SafeTensor? tensor)
    {
        ArgumentNullException.ThrowIfNull(name);
        return byName.TryGetValue(name, out tensor);
    }

    /// <summary>What is in it, a tensor a line.</summary>
    /// <returns>Name, dtype and shape of each tensor.</returns>
    public override string ToString() => string.Join('\n', Tensors);
}
