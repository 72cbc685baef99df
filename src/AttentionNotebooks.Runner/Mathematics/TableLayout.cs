namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>How the columns of a table stand.</summary>
/// <param name="Alignments">One of <c>l</c>, <c>c</c>, <c>r</c> for each column; repeated where there are more columns.</param>
/// <param name="Display">True where the cells are set as displayed formulas.</param>
/// <param name="JoinsPairs">True where each second column follows the one before it without a gap, as the two sides of an equation.</param>
internal sealed record TableLayout(string Alignments, bool Display = false, bool JoinsPairs = false)
{
    /// <summary>Columns with a rule at their left, as <c>|</c> in an array asks; counted from 0.</summary>
    public IReadOnlySet<int> RuledColumns { get; init; } = new HashSet<int>();

    /// <summary>A matrix.</summary>
    internal static TableLayout Matrix { get; } = new("c");

    /// <summary>The cases of a definition.</summary>
    internal static TableLayout Cases { get; } = new("l");

    /// <summary>Equations aligned at their signs.</summary>
    internal static TableLayout Aligned { get; } = new("rl", Display: true, JoinsPairs: true);

    /// <summary>Equations one below another.</summary>
    internal static TableLayout Gathered { get; } = new("c", Display: true);

    /// <summary>An array by its column specification, as <c>c|cc</c>.</summary>
    internal static TableLayout Array(string specification)
    {
        HashSet<int> ruled = [];
        string alignments = "";
        foreach (char letter in specification)
        {
            if (letter == '|')
            {
                _ = ruled.Add(alignments.Length);
            }
            else if (letter is 'l' or 'c' or 'r')
            {
                alignments += letter;
            }
        }

        return new TableLayout(alignments.Length == 0 ? "c" : alignments) { RuledColumns = ruled };
    }

    /// <summary>The alignment of a column: <c>l</c>, <c>c</c> or <c>r</c>.</summary>
    internal char Alignment(int column) => Alignments[column % Alignments.Length];
}
