using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Turns a token's trace into rows of text, each column with digits of its own.</summary>
internal sealed class TokenRows<T>(TokenTrace<T> trace)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly NumberFormat keys = Format(trace.Keys.Values);
    private readonly NumberFormat scores = NumberFormat.For(trace.Scores.Values.Select(double.CreateChecked));
    private readonly NumberFormat weights = NumberFormat.For(trace.Weights.Values.Select(double.CreateChecked));
    private readonly NumberFormat values = Format(trace.Values.Values);
    private readonly NumberFormat addends = Format(trace.Addends.Values);
    private readonly double greatest = trace.Weights.Values.Max(double.CreateChecked);

    internal TokenRow Key(int key)
    {
        double weight = double.CreateChecked(trace.Weights[key]);
        string label = trace.Scores.Labels is { } labels ? TokenText.Shorten(labels[key]) : key.ToString(CultureInfo.InvariantCulture);
        return new TokenRow(
            [
                label,
                Vector(trace.Keys.Values.Column(key), keys),
                scores.Format(double.CreateChecked(trace.Scores[key])),
                weights.Format(weight),
                Vector(trace.Values.Values.Column(key), values),
                Vector(trace.Addends.Values.Column(key), addends),
            ],
            greatest > 0 ? weight / greatest : 0);
    }

    /// <summary>The sum of the weights, and b, the sum of the addends.</summary>
    internal TokenRow Sum() =>
        new(["sum", "", "", weights.Format(trace.Weights.Values.Sum(double.CreateChecked)), "", $"b = {Vector(trace.Output.Values, addends)}"], null);

    private static NumberFormat Format(Matrix<T> matrix) => NumberFormat.For(matrix.Enumerate().Select(double.CreateChecked));

    private static string Vector(Vector<T> vector, NumberFormat format)
    {
        IEnumerable<string> shown = vector.Take(TokenTable.ShownEntries).Select(entry => format.Format(double.CreateChecked(entry)));
        return $"({string.Join(", ", vector.Count > TokenTable.ShownEntries ? shown.Append("…") : shown)})";
    }
}
