using System.Numerics;
using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>From the scores of all words to the word that is said.</summary>
internal static class WordScores
{
    /// <summary>The word with the greatest score at each token, the first of equals.</summary>
    internal static int[] Greatest<T>(Columns<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, logits.Count).Select(token => TensorPrimitives.IndexOfMax<T>(logits[token]))];

    /// <summary>The softmax of the scores at one token.</summary>
    internal static double[] Probabilities<T>(Matrix<T> logits, int token)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<double> scores = Matrix<double>.Build.Dense(logits.RowCount, 1, (word, _) => double.CreateChecked(logits[word, token]));
        return Normalisation.Softmax().Apply(scores).ToColumnMajorArray();
    }

    /// <summary>What is said at each target of some examples.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="logits">The scores at their targets, one column a target.</param>
    internal static TargetPrediction[][] Predict<T>(IReadOnlyList<TrainingExample> examples, Columns<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using ArrayLoan<T> loan = new();
        int[] greatest = Greatest(logits);
        int column = 0;
        return [.. examples.Select(example => TargetsOf(example).Select(token => Predict(example, token)).ToArray())];

        TargetPrediction Predict(TrainingExample example, int token)
        {
            double loss = CrossEntropy.Forward(logits.Part(column, 1), [example.Targets[token]], scale: 1, loan).Loss;
            return new TargetPrediction(token, example.Targets[token], greatest[column++], loss);
        }
    }

    private static IEnumerable<int> TargetsOf(TrainingExample example) =>
        Enumerable.Range(0, example.Targets.Count).Where(token => example.Targets[token] != TrainingExample.NoTarget);
}
