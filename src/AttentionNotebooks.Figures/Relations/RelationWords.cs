namespace AttentionNotebooks;

/// <summary>What was measured of heads and relations, in words.</summary>
internal static class RelationWords
{
    private const int NameLength = 40;

    internal static string Title(RelationReport report) =>
        $"What {Count.Of(report.Heads.Count, "head does", "heads do")} for {Count.Of(report.Relations.Count, "relation", "relations")}";

    internal static string Name(string relation) => TokenText.Isolate(TokenText.Shorten(relation, NameLength));

    /// <summary>How well the model answers, and what chance would do; a part a line.</summary>
    internal static string[] Facts(MeasuredRelation relation) =>
    [
        $"accuracy {Percent.Of(relation.Accuracy)}",
        $"guessing {Percent.Of(relation.ChanceAccuracy)}",
        $"chance share {Percent.Of(relation.ChanceShare)}",
        Count.Of(relation.Sentences, "sentence", "sentences"),
    ];

    /// <summary>What becomes of the accuracy without the head.</summary>
    internal static string Change(HeadOnRelation one) => Points.Of(-one.AccuracyLoss);

    /// <summary>One cell with all its numbers.</summary>
    internal static string Tell(HeadOnRelation one, MeasuredRelation relation) =>
        $"{Head(one.Layer, one.Head)}, {Name(one.Relation)}: {Percent.Of(one.Share)} of its weight on the deciding word (chance {Percent.Of(relation.ChanceShare)}, untrained {Percent.Of(one.UntrainedShare)}); "
        + $"without it accuracy changes by {Change(one)} points";

    /// <summary>What a head does, a part a relation; one part where it does nothing.</summary>
    internal static IEnumerable<string> Role(HeadReport head)
    {
        if (head.IsIdle) yield return "nothing that was measured";
        foreach (HeadOnRelation one in head.Relations)
        {
            bool looks = head.Seen.Contains(one), counts = head.Needed.Contains(one);
            if (looks || counts) yield return $"{Name(one.Relation)}: {(looks ? "looks" : "looks elsewhere")}, {(!counts ? "not needed" : $"{(one.AccuracyLoss > 0 ? "needed" : "better without")} ({Change(one)})")}";
        }
    }

    /// <summary>Which heads do nothing, and by which rule.</summary>
    internal static string Idle(RelationReport report)
    {
        IReadOnlyList<HeadReport> idle = report.IdleHeads;
        string which = idle.Count == 0
            ? $"None of {Count.Of(report.Heads.Count, "head", "heads")} does nothing"
            : $"{idle.Count} of {Count.Of(report.Heads.Count, "head", "heads")} {(idle.Count == 1 ? "does" : "do")} nothing that was measured ({string.Join("; ", idle.GroupBy(head => head.Layer).Select(Heads))})";
        return FormattableString.Invariant(
            $"{which}. Nothing: silencing changes no accuracy by {HeadReport.IdleAccuracyLoss} point or more, and the share on no deciding word is {100 * HeadReport.IdleShareGain} % or more above both chance and the untrained model.");
    }

    private static string Heads(IGrouping<int, HeadReport> layer) =>
        $"layer {layer.Key}, {(layer.Count() == 1 ? "head" : "heads")} {string.Join(", ", layer.Select(head => head.Head))}";

    private static string Head(int layer, int head) => $"layer {layer}, head {head}";
}
