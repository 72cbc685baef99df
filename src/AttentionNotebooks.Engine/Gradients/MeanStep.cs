using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Moves learned matrices against the mean of the gradients of some passes.</summary>
internal sealed class MeanStep<TPass, T>
    where TPass : class
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<TPass> gradients;
    private readonly double learningRate;

    /// <summary>Throws where a pass, or the learning rate, is none to learn from.</summary>
    internal MeanStep(IReadOnlyList<TPass> gradients, double learningRate, Func<TPass, bool> isOwn)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        if (gradients.Count == 0) throw new ArgumentException("gradients must hold at least one pass: it is empty.", nameof(gradients));
        for (int pass = 0; pass < gradients.Count; pass++)
        {
            if (gradients[pass] is null) throw new ArgumentException($"gradients must not hold null: gradients[{pass}] is.", nameof(gradients));
            if (!isOwn(gradients[pass]))
                throw new ArgumentException("gradients must come from a trace of what takes the step: trace it anew after each step.", nameof(gradients));
        }

        if (!(learningRate > 0 && double.IsFinite(learningRate)))
            throw new ArgumentOutOfRangeException(nameof(learningRate), learningRate, "learningRate must be a positive finite number.");
        this.gradients = gradients;
        this.learningRate = learningRate;
    }

    /// <summary>W − η·dL/dW.</summary>
    internal Matrix<T> Move(Matrix<T> weights, Func<TPass, LabelledMatrix<T>> gradient, string symbol)
    {
        Matrix<T> sum = gradients.Select(pass => gradient(pass).Values).Aggregate((left, right) => left + right);
        Matrix<T> moved = weights - (sum * T.CreateChecked(learningRate / gradients.Count));
        if (moved.ForAll(T.IsFinite)) return moved;
        throw Check.Wrong(nameof(learningRate), $"learningRate must leave every weight finite: with {learningRate}, {symbol} does not stay so.");
    }

    /// <summary>The same for a bias, where there is one.</summary>
    internal Vector<T>? Move(Vector<T>? bias, Func<TPass, LabelledMatrix<T>?> gradient, string symbol) =>
        bias is null ? null : Move(bias.ToColumnMatrix(), pass => gradient(pass)!, symbol).Column(0);

    /// <summary>The same for all that a score learns.</summary>
    internal Score<T> Move(Score<T> score, Func<TPass, IReadOnlyList<LabelledMatrix<T>>> gradient) => score.WithLearned(
        [.. score.LearnedMatrices.Select((matrix, index) => Move(matrix.Values, pass => gradient(pass)[index], matrix.Symbol))]);
}
