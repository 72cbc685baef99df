using Microsoft.CodeAnalysis.Text;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>A cell taken apart.</summary>
/// <param name="References">The lines <c>#r</c> and <c>#i</c>, which all come before the steps.</param>
/// <param name="Steps">What to do then, in order.</param>
/// <param name="Code">All of its C#, with blanks in the place of everything else.</param>
/// <param name="DirectiveLines">Where its directives stand.</param>
internal sealed record ParsedCell(
    IReadOnlyList<Directive> References, IReadOnlyList<CellStep> Steps, string Code, IReadOnlyList<TextSpan> DirectiveLines)
{
    /// <summary>Its calls of magic commands.</summary>
    public IEnumerable<MagicStep> Magics => Steps.OfType<MagicStep>();

    /// <summary>Whether a place of the cell is in C#, not in a directive nor in the text of a magic command.</summary>
    public bool IsCode(int position) => !IsDirective(position) && !Magics.Any(magic => Touches(magic.Span, position));

    /// <summary>Whether a place of the cell is in a directive.</summary>
    public bool IsDirective(int position) => DirectiveLines.Any(line => Touches(line, position));

    private static bool Touches(TextSpan span, int position) => !span.IsEmpty && span.IntersectsWith(position);
}
