using System.Globalization;

namespace AttentionNotebooks;

/// <summary>The pictures of what heads do for relations.</summary>
public static class RelationFigures
{
    /// <summary>A table of heads and relations, to be kept or saved.</summary>
    /// <param name="report">What was measured.</param>
    /// <returns>The figure; it is also what the report alone, as the last line of a cell, shows.</returns>
    public static RelationFigure Figure(this RelationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new RelationFigure(report);
    }

    /// <summary>Writes the report as CSV (RFC 4180) in UTF-8, a line a head and relation; every number is exact, shares and accuracies are from 0 to 1, losses in points.</summary>
    /// <param name="report">What was measured.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public static void SaveCsv(this RelationReport report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        AtomicFile.Write(path, writer =>
        {
            writer.Write($"layer,head,relation,share,untrained share,chance share,accuracy loss,accuracy,chance accuracy,sentences{MatrixCsv.LineEnd}");
            foreach (HeadOnRelation one in report.Heads.SelectMany(head => head.Relations))
            {
                MeasuredRelation relation = report[one.Relation];
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{one.Layer},{one.Head},{MatrixCsv.Field(one.Relation)},{one.Share:R},{one.UntrainedShare:R},{relation.ChanceShare:R},{one.AccuracyLoss:R},{relation.Accuracy:R},{relation.ChanceAccuracy:R},{relation.Sentences}{MatrixCsv.LineEnd}"));
            }
        });
    }
}
