using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A sentence of a lesson that is checked where it stands: it shows itself if it is true, and throws if it is not.</summary>
public sealed class Claim : Displayable
{
    private readonly string text;

    private Claim(string text) => this.text = text;

    /// <summary>Claims that a condition holds.</summary>
    /// <param name="claim">What is claimed, in words.</param>
    /// <param name="holds">Whether it is so.</param>
    /// <returns>The claim, to be shown.</returns>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static Claim That(string claim, bool holds)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(claim);
        return holds ? new Claim(claim) : throw new InvalidOperationException($"This claim does not hold: {claim}");
    }

    /// <summary>Claims that two matrices are equal but for rounding: to about 12 digits.</summary>
    /// <param name="claim">What is claimed, in words.</param>
    /// <param name="left">Any shape.</param>
    /// <param name="right">The same shape.</param>
    /// <returns>The claim with the greatest difference that was found, to be shown.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="InvalidOperationException">An entry differs by more, or is NaN.</exception>
    public static Claim Equal(string claim, Matrix<double> left, Matrix<double> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.RowCount != right.RowCount || left.ColumnCount != right.ColumnCount)
        {
            throw new ArgumentException(
                $"right must have the shape of left: right is {right.RowCount}×{right.ColumnCount}, left is {left.RowCount}×{left.ColumnCount}.", nameof(right));
        }

        double difference = Greatest(left - right);
        string found = difference.ToString("0.0e+0", CultureInfo.InvariantCulture);
        return That($"{claim} (greatest difference {found})", difference <= Rounding(left, right));
    }

    /// <summary>Claims that two vectors are equal but for rounding.</summary>
    /// <param name="claim">What is claimed, in words.</param>
    /// <param name="left">Any length.</param>
    /// <param name="right">The same length.</param>
    /// <returns>The claim with the greatest difference that was found, to be shown.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="InvalidOperationException">An entry differs by more, or is NaN.</exception>
    public static Claim Equal(string claim, Vector<double> left, Vector<double> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Equal(claim, left.ToColumnMatrix(), right.ToColumnMatrix());
    }

    /// <summary>2¹⁴ units in the last place of the greatest entry: what sums of a few thousand terms may lose.</summary>
    private static double Rounding(Matrix<double> left, Matrix<double> right)
    {
        double unit = Math.BitIncrement(1) - 1;
        return 16_384 * unit * Math.Max(Greatest(left), Greatest(right));
    }

    /// <summary>The greatest magnitude; NaN where there is one.</summary>
    private static double Greatest(Matrix<double> matrix) => matrix.Enumerate().Aggregate(0.0, static (greatest, entry) => Math.Max(greatest, Math.Abs(entry)));

    /// <inheritdoc/>
    public override string ToHtml() => Html.Render(Html.Element("p", Html.Attribute("class", "attention-claim"), Html.Element("strong", "✓"), " ", text));

    /// <inheritdoc/>
    public override string ToString() => $"✓ {text}";
}
