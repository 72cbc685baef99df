namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>The magic commands that a session knows.</summary>
internal sealed class MagicTable(IReadOnlyList<IMagic> magics)
{
    /// <summary>All of them, by their first names.</summary>
    public IReadOnlyList<IMagic> All { get; } = [.. magics.OrderBy(magic => magic.Names[0], StringComparer.Ordinal)];

    /// <summary>Finds the magic that a directive calls.</summary>
    /// <exception cref="CellException">There is none of that name.</exception>
    public IMagic Find(Directive directive) =>
        Find(directive.Name)
        ?? throw new CellException(
            "UnknownMagic",
            $"The magic command '{directive.Name}' is not known here; known are {string.Join(", ", All.SelectMany(magic => magic.Names))}.",
            directive.Line);

    /// <summary>Finds a magic by one of its names; null if there is none.</summary>
    public IMagic? Find(string name) => All.FirstOrDefault(magic => magic.Names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
