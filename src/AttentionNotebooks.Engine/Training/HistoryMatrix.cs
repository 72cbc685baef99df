using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>What was measured at each step as a matrix, a step a column: how a checkpoint keeps it.</summary>
internal static class HistoryMatrix
{
    private const int Rows = 5;

    /// <summary>Loss, learning rate, gradient norm, held-out loss and accuracy; NaN where one was not measured.</summary>
    /// <param name="points">Those of the steps from 1 on, none left out.</param>
    internal static Matrix<double> Of(IReadOnlyList<TrainingPoint> points) => Matrix<double>.Build.DenseOfColumns(points.Select(point => new[]
    {
        point.Loss, point.LearningRate, point.GradientNorm, point.HeldOutLoss ?? double.NaN, point.HeldOutAccuracy ?? double.NaN,
    }));

    /// <exception cref="InvalidDataException">The numbers cannot have been measured.</exception>
    internal static TrainingPoint[] Read(string path, Matrix<double> measured)
    {
        if (measured.RowCount != Rows) throw new InvalidDataException($"{path} is no checkpoint of a training: its history has {measured.RowCount} rows, not {Rows}.");
        try
        {
            return [.. measured.EnumerateColumns().Select((column, index) =>
                new TrainingPoint(index + 1, column[0], column[1], column[2], NullIfNaN(column[3]), NullIfNaN(column[4])))];
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw new InvalidDataException($"{path} is no checkpoint of a training: {wrong.Message}", wrong);
        }
    }

    private static double? NullIfNaN(double value) => double.IsNaN(value) ? null : value;
}
