using System.Diagnostics.CodeAnalysis;

namespace AttentionNotebooks;

/// <summary>The formatters of every <see cref="Displayable"/>, in the shape that .NET Interactive finds by name.</summary>
internal sealed class DisplayableFormatterSource
{
    [SuppressMessage("Performance", "CA1822", Justification = "The host calls it on an instance, by reflection.")]
    public IEnumerable<object> CreateTypeFormatters() =>
        [new DisplayableFormatter("text/html", value => value.ToHtml()), new DisplayableFormatter("text/plain", value => value.ToString())];
}
