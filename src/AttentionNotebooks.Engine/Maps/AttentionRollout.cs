using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Rˡ = Rˡ⁻¹·Mˡ, R⁰ = I. A position after layer l is made of the positions before it (a column of M), which are made of input tokens (columns of R).</summary>
internal static class AttentionRollout
{
    internal static IEnumerable<Matrix<double>> Of(IReadOnlyList<Matrix<double>> mixing)
    {
        Matrix<double> rollout = mixing[0];
        yield return rollout;
        foreach (Matrix<double> layer in mixing.Skip(1))
        {
            rollout *= layer;
            yield return rollout;
        }
    }
}
