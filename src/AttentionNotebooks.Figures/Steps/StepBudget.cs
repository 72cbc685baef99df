namespace AttentionNotebooks;

/// <summary>How much of its matrices a step shows: a lesson has a dozen of them on a page. Each matrix says what it leaves out.</summary>
/// <param name="Rows">The most rows of a matrix.</param>
/// <param name="Columns">The most columns.</param>
internal sealed record StepBudget(int Rows, int Columns)
{
    /// <summary>More cells than this, and a heatmap becomes an image.</summary>
    private const int TitledCells = 1024;

    /// <summary>For steps that have a figure of their own.</summary>
    internal static readonly StepBudget Alone = new(12, 12);

    /// <summary>For one head of several on a page.</summary>
    internal static readonly StepBudget OfMany = new(8, 8);

    internal Step[] Fit(IEnumerable<Step> steps) =>
        [.. steps.Select(step => step with { Pictures = [.. step.Pictures.Select(picture => picture is MatrixFigure matrix ? matrix.Limit(Rows, Columns) : picture)] })];

    /// <summary>How to see what the matrices leave out; null where they leave nothing out.</summary>
    internal static string? Notice(IEnumerable<Step> steps, string of) =>
        steps.SelectMany(step => step.Pictures).OfType<MatrixFigure>().Any(matrix => matrix.IsAbridged)
            ? $"Large matrices are shown in part: each is a property of the {of}, as {of}.Scores, and {of}.Scores.Figure().Limit(rows, columns) shows as much of it as you like."
            : null;

    /// <summary>The weights as heatmaps.</summary>
    internal static HeatmapFigure Heatmap(AttentionMap map) => new(map, new HeatmapChoices(GreatestTitled: TitledCells));
}
