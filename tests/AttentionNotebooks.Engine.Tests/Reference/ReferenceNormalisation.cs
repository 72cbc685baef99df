using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>The normalisations as their formulas say them, in double; −∞ is a forbidden key.</summary>
internal static class ReferenceNormalisation
{
    public static Vector<double> Softmax(Vector<double> scores, double temperature)
    {
        if (AllForbidden(scores)) return Dense(scores, _ => 0);
        Vector<double> exponentials = Dense(scores, s => Math.Exp((s - scores.Maximum()) / temperature));
        return exponentials / exponentials.Sum();
    }

    public static Vector<double> Relu(Vector<double> scores) => Dense(scores, s => Math.Max(s, 0));

    public static Vector<double> ReluPerKey(Vector<double> scores) => Relu(scores) / Math.Max(1, scores.Count(double.IsFinite));

    public static Vector<double> Sigmoid(Vector<double> scores, double bias) => Dense(scores, s => 1 / (1 + Math.Exp(-(s + bias))));

    /// <summary>Finds τ with Σ max(s − τ, 0) = 1 by bisection, which needs no sorting and has nothing in common with the engine's way.</summary>
    public static Vector<double> Sparsemax(Vector<double> scores)
    {
        if (AllForbidden(scores)) return Dense(scores, _ => 0);
        double high = scores.Maximum(), low = high - 1;
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            if (scores.Sum(s => Math.Max(s - middle, 0)) > 1) low = middle;
            else high = middle;
        }

        return Dense(scores, s => Math.Max(s - low, 0));
    }

    private static bool AllForbidden(Vector<double> scores) => scores.All(double.IsNegativeInfinity);

    private static Vector<double> Dense(Vector<double> scores, Func<double, double> weight) => Vector<double>.Build.Dense(scores.Count, i => weight(scores[i]));
}
