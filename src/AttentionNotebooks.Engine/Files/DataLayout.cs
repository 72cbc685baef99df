namespace AttentionNotebooks;

/// <summary>Whether the tensors of a header lie one behind the other, each as long as its shape says.</summary>
internal static class DataLayout
{
    /// <summary>Brings the entries into the order of their data.</summary>
    /// <returns>How many bytes they take.</returns>
    internal static long Check(List<TensorEntry> entries)
    {
        entries.ForEach(CheckSize);
        entries.Sort((first, second) => (first.Begin, first.End).CompareTo((second.Begin, second.End)));
        long end = 0;
        for (int index = 0; index < entries.Count; index++)
        {
            if (entries[index].Begin != end) throw new InvalidDataException(Misplaced(entries[index], index == 0 ? null : entries[index - 1]));
            end = entries[index].End;
        }

        return end;
    }

    private static void CheckSize(TensorEntry entry)
    {
        string name = Untrusted.Quote(entry.Name);
        if (entry.Begin > entry.End) throw new InvalidDataException($"Tensor {name} must not end before it begins: its data_offsets are {entry.Begin} and {entry.End}.");
        Int128 bytes = entry.Type.Bytes();
        foreach (long size in entry.Shape)
        {
            bytes *= size;
            if (bytes > long.MaxValue) throw new InvalidDataException($"Tensor {name} is too large: its shape multiplies to more than {long.MaxValue} bytes.");
        }

        if (bytes != entry.End - entry.Begin)
        {
            throw new InvalidDataException(
                $"Tensor {name} must take the {bytes} bytes of its shape and dtype {entry.Type.Name()}: its data_offsets are {entry.Begin} and {entry.End}, {entry.End - entry.Begin} bytes.");
        }
    }

    private static string Misplaced(TensorEntry entry, TensorEntry? before)
    {
        string name = Untrusted.Quote(entry.Name);
        if (before is null) return $"The first tensor, {name}, must begin at byte 0 of the data: it begins at {entry.Begin}.";
        string fault = entry.Begin < before.End ? "overlaps" : "leaves a hole behind";
        return $"Tensor {name} {fault} {Untrusted.Quote(before.Name)}: it begins at {entry.Begin}, the other ends at {before.End}.";
    }
}
