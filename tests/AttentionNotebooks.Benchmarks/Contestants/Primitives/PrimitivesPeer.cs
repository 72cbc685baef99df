using System.Numerics.Tensors;
using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Contestants.Primitives;

/// <summary>The formula in spans and <see cref="TensorPrimitives"/>, query by query, on one thread.</summary>
internal sealed class PrimitivesPeer : Peer
{
    public override string Name => $"System.Numerics.Tensors {VersionOf(typeof(TensorPrimitives))}";

    public override IEnumerable<Candidate<CoreWorkload>> Core(CoreWorkload workload) => [new("TensorPrimitives", (core, _) => new Loops(core))];

    private sealed class Loops(CoreWorkload workload) : Contestant
    {
        private readonly CoreInputs inputs = CoreInputs.For(workload);
        private readonly float[] outputs = new float[workload.Heads * workload.Queries * workload.Size];
        private readonly float[] weights = new float[workload.KeepsWeights ? workload.Heads * workload.Queries * workload.Keys : workload.Keys];

        public override void Run()
        {
            for (var head = 0; head < workload.Heads; head++)
            {
                for (var query = 0; query < workload.Queries; query++) Attend(head, query);
            }
        }

        public override IEnumerable<float[]> Results() => workload.KeepsWeights ? [outputs, weights] : [outputs];

        private void Attend(int head, int query)
        {
            var size = workload.Size;
            var token = (head * workload.Queries) + query;
            var shared = head / (workload.Heads / workload.KeyHeads) * workload.Keys * size;
            var q = inputs.Queries.AsSpan(token * size, size);
            var row = weights.AsSpan(workload.KeepsWeights ? token * workload.Keys : 0, workload.Causal ? query + 1 : workload.Keys);
            for (var key = 0; key < row.Length; key++) row[key] = TensorPrimitives.Dot(q, inputs.Keys.AsSpan(shared + (key * size), size));
            Softmax(row, 1 / MathF.Sqrt(size));

            var output = outputs.AsSpan(token * size, size);
            output.Clear();
            for (var key = 0; key < row.Length; key++) TensorPrimitives.MultiplyAdd(inputs.Values.AsSpan(shared + (key * size), size), row[key], output, output);
        }

        private static void Softmax(Span<float> scores, float scale)
        {
            TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), scores);
            TensorPrimitives.Multiply(scores, scale, scores);
            TensorPrimitives.Exp(scores, scores);
            TensorPrimitives.Divide(scores, TensorPrimitives.Sum(scores), scores);
        }
    }
}
