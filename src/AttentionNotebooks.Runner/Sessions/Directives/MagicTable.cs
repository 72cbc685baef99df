namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>The magic commands that a session knows.</summary>
internal sealed class MagicTable(IReadOnlyList<IMagic> magics)
{
    /// <summary>Finds the magic that a directive calls.</summary>
    /// <exception cref="CellException">There is none of that name.</exception>
    public IMagic Find(Directive directive) =>
        magics.FirstOrDefault(magic => magic.Names.Contains(directive.Name, StringComparer.OrdinalIgnoreCase))
        ?? throw new CellException(
            "UnknownMagic",
            $"The magic command '{directive.Name}' is not known here; known are {string.Join(", ", magics.SelectMany(magic => magic.Names))}.",
            directive.Line);
}
