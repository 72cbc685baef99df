namespace AttentionNotebooks;

/// <summary>Writes one form of a <see cref="Displayable"/>; found by name, see <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal sealed class DisplayableFormatter(string mimeType, Func<Displayable, string> render)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Displayable displayable) return false;
        writer.Write(render(displayable));
        return true;
    }
}
