using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The one script of all figures: it adds selecting, switching, stepping and enlarging to what can be read without it.</summary>
/// <remarks>
/// It works on the elements of a root marked by <see cref="Root"/> and on nothing else of the page. Every figure that uses it carries a copy,
/// because a notebook may keep any one of them; a figure is adopted once, by whichever copy runs first.
/// The attributes it knows are told beside its functions, in <c>figures.js</c>.
/// </remarks>
internal static class FigureScript
{
    private const string Resource = "AttentionNotebooks.Figures.Scripting.figures.js";

    private static readonly Lazy<string> Source = new(Read);

    /// <summary>The script without its comments, as it stands in a figure.</summary>
    internal static string Text => Source.Value;

    /// <summary>Marks the root of a figure as one that the script works on.</summary>
    /// <param name="kind">What the figure is, for example <c>head-view</c>.</param>
    internal static XAttribute Root(string kind) => new("data-attention-figure", kind);

    /// <summary>The script as an element, to stand last in its figure. The section inside the comments keeps XML readers from its operators.</summary>
    internal static XElement Element() => Html.Element("script", "//", new XCData($"\n{Text}\n//"));

    private static string Read()
    {
        using Stream stream = typeof(FigureScript).Assembly.GetManifestResourceStream(Resource)!;
        using StreamReader reader = new(stream);
        return string.Join('\n', reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));
    }
}
