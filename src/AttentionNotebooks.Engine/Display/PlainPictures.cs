using System.Net;

namespace AttentionNotebooks;

/// <summary>What the engine shows where the figures are not at hand: one line that says what the value is.</summary>
internal sealed class PlainPictures : IPictures
{
    Displayable IPictures.Of<T>(LabelledMatrix<T> matrix) => new Line($"{matrix.Name} {matrix.Shape}");

    Displayable IPictures.Of<T>(LabelledVector<T> vector) => new Line($"{vector.Name}, {vector.Values.Count} entries");

    Displayable IPictures.Of<T>(AttentionTrace<T> trace) =>
        new Line($"Attention of {trace.Queries.Values.ColumnCount} queries over {trace.Keys.Values.ColumnCount} keys");

    Displayable IPictures.Of<T>(TokenTrace<T> trace) => new Line($"Attention of '{trace.Token}'");

    Displayable IPictures.Of<T>(MultiHeadTrace<T> trace) => new Line($"Multi-head attention, {trace.Heads.Count} heads");

    Displayable IPictures.Of<T>(AttentionTraceGradients<T> gradients) =>
        new Line($"Gradients of attention of {gradients.Queries.Values.ColumnCount} queries over {gradients.Keys.Values.ColumnCount} keys");

    Displayable IPictures.Of<T>(MultiHeadGradients<T> gradients) => new Line($"Gradients of multi-head attention, {gradients.Heads.Count} heads");

    Displayable IPictures.Of(GradientCheck check) =>
        new Line(FormattableString.Invariant($"{check.Gradient.Name} {check.Gradient.Shape}: greatest relative error {check.GreatestRelativeError:0.0e+0}"));

    Displayable IPictures.Of(AttentionMap map) => new Line(map.Description);

    Displayable IPictures.Of(AttentionDifference difference) => new Line(difference.Description);

    Displayable IPictures.Of(HeadStatistics statistics) => new Line(statistics.Description);

    Displayable IPictures.Of(AttentionGrowth growth) => new Line(growth.Description);

    Displayable IPictures.Of(TrainingHistory history) => new Line(history.Description);

    Displayable IPictures.Of(AttentionFilm film) => new Line(film.Description);

    Displayable IPictures.Of(RelationReport report) => new Line(report.Description);

    Displayable IPictures.Of(Reading reading) => new Line(reading.Description);

    Displayable IPictures.Of(ReadingChange change) => new Line(change.Description);

    Displayable IPictures.Of(Sentence sentence) => new Line(string.Join(" | ", sentence.Tokens));

    private sealed class Line(string text) : Displayable
    {
        public override string ToHtml() => $"<pre>{WebUtility.HtmlEncode(text)}</pre>";

        public override string ToString() => text;
    }
}
