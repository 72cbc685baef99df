using System.Text;

namespace AttentionNotebooks.Training;

/// <summary>What was measured of a model, as Markdown: a table of relations, and one of heads.</summary>
internal static class MarkdownReport
{
    internal static string Of(TrainedModel model)
    {
        StringBuilder text = new();
        text.AppendLine(Words($"Seed {model.Seed}, {model.History.Points.Count} steps, {model.Transformer.Parameters.Sum(parameter => parameter.Count):N0} parameters, loss {model.History.Points[^1].Loss:0.000}."));
        AppendTable(text, ["relation", "held-out sentences", "accuracy", "by chance", "head that looks most", "its share", "untrained", "chance share", "loss without it"], model.Figures.Relations.Select(relation => Row(model.Figures, relation)));
        AppendTable(text, ["head", .. model.Figures.Relations.Select(relation => $"{relation.Name}: share, loss without it")], model.Figures.Heads.Select(Row));
        text.AppendLine().AppendLine(Words($"No relation loses {HeadReport.IdleAccuracyLoss} point of accuracy or more without: {List(model.Figures.Heads.Where(head => head.Needed.Count == 0))}."));
        text.AppendLine(Words($"Neither needed nor looking at a deciding word: {List(model.Figures.IdleHeads)}."));
        return text.ToString();
    }

    private static string[] Row(RelationReport figures, MeasuredRelation relation)
    {
        HeadOnRelation best = figures.BestHead(relation.Name);
        return
        [
            relation.Name, Words($"{relation.Sentences}"), Percent(relation.Accuracy), Percent(relation.ChanceAccuracy), Words($"layer {best.Layer}, head {best.Head}"),
            Percent(best.Share), Percent(best.UntrainedShare), Percent(relation.ChanceShare), Points(best.AccuracyLoss),
        ];
    }

    private static string[] Row(HeadReport head) => [Name(head), .. head.Relations.Select(one => $"{Percent(one.Share)}, {Points(one.AccuracyLoss)}")];

    private static string List(IEnumerable<HeadReport> heads)
    {
        string[] names = [.. heads.Select(Name)];
        return names.Length == 0 ? "no head" : string.Join("; ", names);
    }

    private static string Name(HeadReport head) => Words($"layer {head.Layer}, head {head.Head}");

    private static string Percent(double share) => Words($"{100 * share:0.0} %");

    private static string Points(double points) => Words($"{points:0.0} points");

    private static void AppendTable(StringBuilder text, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        text.AppendLine().AppendLine(Line(headings)).AppendLine(Line(headings.Select(_ => "---")));
        foreach (IReadOnlyList<string> row in rows) text.AppendLine(Line(row));
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Words(FormattableString text) => FormattableString.Invariant(text);
}
