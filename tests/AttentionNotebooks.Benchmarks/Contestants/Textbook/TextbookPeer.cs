using AttentionNotebooks.Benchmarks.Cases;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Benchmarks.Contestants.Textbook;

/// <summary>The formula, written down in MathNet as a learner would.</summary>
internal sealed class TextbookPeer : Peer
{
    public override string Name => $"MathNet.Numerics {VersionOf(typeof(Matrix<>))}";

    public override IEnumerable<Candidate<CoreWorkload>> Core(CoreWorkload workload) => workload.KeyHeads == workload.Heads && !workload.Causal
        ? [new("MathNet textbook", (core, threads) => new Textbook(core, threads))]
        : [];

    private sealed class Textbook : Contestant
    {
        private readonly CoreMatrices<float> inputs;
        private readonly Matrix<float>[] outputs;
        private readonly Matrix<float>[] weights;
        private readonly bool keepsWeights;

        public Textbook(CoreWorkload workload, int threads)
        {
            Control.MaxDegreeOfParallelism = threads;
            inputs = CoreMatrices<float>.For(workload);
            outputs = new Matrix<float>[workload.Heads];
            weights = new Matrix<float>[workload.Heads];
            keepsWeights = workload.KeepsWeights;
        }

        public override void Run()
        {
            for (var head = 0; head < outputs.Length; head++)
            {
                var (q, k, v) = (inputs.Queries[head], inputs.Keys[head], inputs.Values[head]);
                weights[head] = SoftmaxOfColumns(k.Transpose() * q / MathF.Sqrt(q.RowCount));
                outputs[head] = v * weights[head];
            }
        }

        public override IEnumerable<float[]> Results() => keepsWeights ? [CoreMatrices<float>.Join(outputs), CoreMatrices<float>.Join(weights)] : [CoreMatrices<float>.Join(outputs)];

        private static Matrix<float> SoftmaxOfColumns(Matrix<float> scores)
        {
            var exponentials = scores.EnumerateColumns().Select(column => (column - column.Maximum()).PointwiseExp());
            return Matrix<float>.Build.DenseOfColumnVectors(exponentials.Select(column => column / column.Sum()));
        }
    }
}
