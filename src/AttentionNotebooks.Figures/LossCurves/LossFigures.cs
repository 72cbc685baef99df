using System.Globalization;

namespace AttentionNotebooks;

/// <summary>The pictures of a training.</summary>
public static class LossFigures
{
    /// <summary>The loss over the steps, to be kept or saved.</summary>
    /// <param name="history">How training went.</param>
    /// <returns>The figure; it is also what the history alone, as the last line of a cell, shows.</returns>
    public static LossFigure Figure(this TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new LossFigure(history);
    }

    /// <summary>Writes every point as CSV (RFC 4180) in UTF-8, a line a point; every number is exact, what was not measured is empty.</summary>
    /// <param name="history">How training went.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public static void SaveCsv(this TrainingHistory history, string path)
    {
        ArgumentNullException.ThrowIfNull(history);
        AtomicFile.Write(path, writer =>
        {
            writer.Write($"step,loss,held-out loss,held-out accuracy,learning rate,gradient norm{MatrixCsv.LineEnd}");
            foreach (TrainingPoint point in history.Points)
            {
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{point.Step},{point.Loss:R},{point.HeldOutLoss:R},{point.HeldOutAccuracy:R},{point.LearningRate:R},{point.GradientNorm:R}{MatrixCsv.LineEnd}"));
            }
        });
    }
}
