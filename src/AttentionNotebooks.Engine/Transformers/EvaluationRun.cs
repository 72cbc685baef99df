using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Many examples in small batches, which the threads share out.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="model">The model.</param>
/// <param name="examples">The examples, checked.</param>
/// <param name="edits">Heads to be changed.</param>
/// <param name="sources">A source for each example, or null.</param>
internal sealed class EvaluationRun<T>(
    Transformer<T> model, IReadOnlyList<TrainingExample> examples, IReadOnlyList<HeadEdit>? edits, IReadOnlyList<Matrix<T>>? sources)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Enough tokens for the products of matrices to be fast, and few enough to stay in the caches.</summary>
    private const int ExamplesTogether = 32;

    private int Batches => (examples.Count + ExamplesTogether - 1) / ExamplesTogether;

    /// <summary>All parameters once for each token.</summary>
    private double MultiplyAdds => model.Parameters.Sum(parameter => (double)parameter.Count) * examples.Sum(example => (double)example.Tokens.Count);

    internal TransformerEvaluation Run(ComputeOptions? options)
    {
        TargetPrediction[][][] predictions = new TargetPrediction[Batches][][];
        new Workload(options, MultiplyAdds).Share(Batches, MultiplyAdds, batch =>
        {
            int first = batch * ExamplesTogether, count = Math.Min(ExamplesTogether, examples.Count - first);
            predictions[batch] = model.Predict([.. examples.Skip(first).Take(count)], edits, sources?.Skip(first).Take(count).ToArray());
        });
        return new TransformerEvaluation([.. predictions.SelectMany(batch => batch)]);
    }
}
