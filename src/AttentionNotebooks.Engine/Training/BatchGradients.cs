using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The gradients of one batch: its parts are run at the same time and added up in their order.</summary>
/// <remarks>How a batch is cut depends on its size alone, so the sums have the same bits on any number of threads.</remarks>
/// <param name="model">What is trained.</param>
/// <param name="compute">On how many threads.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class BatchGradients<T>(ITrainable<T> model, ComputeOptions compute)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ParameterGradients<T>[] parts = [.. Enumerable.Range(0, BatchParts.Most).Select(_ => new ParameterGradients<T>(model.Parameters))];
    private readonly long numbers = model.Parameters.Sum(parameter => (long)parameter.Count);

    /// <summary>dL/dP of each parameter P for the batch that was computed last.</summary>
    internal ParameterGradients<T> Sum => parts[0];

    /// <summary>Computes the gradients of the mean loss over all targets of a batch.</summary>
    /// <returns>That loss, in nats.</returns>
    internal double Compute(TrainingExample[] batch)
    {
        ArraySegment<TrainingExample>[] cut = BatchParts.Of(batch);
        double[] losses = new double[cut.Length];
        double scale = 1.0 / batch.Sum(example => example.TargetCount);

        // A forward pass multiplies each learned number once for each token, a backward pass twice.
        double work = 3.0 * numbers * batch.Sum(example => example.Tokens.Count);
        new Workload(compute, work).Share(cut.Length, work, part =>
        {
            parts[part].Clear();
            losses[part] = model.AddGradients(cut[part], scale, parts[part]);
        });
        for (int part = 1; part < cut.Length; part++) Sum.Add(parts[part]);
        return losses.Sum();
    }
}
