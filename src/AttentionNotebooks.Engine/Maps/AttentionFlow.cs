using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Maximum flow from each position above the last layer to each token below the first. The pairs do not depend on each other, so they run in parallel.</summary>
internal static class AttentionFlow
{
    /// <summary>1,024 flows in a network of about 12,000 pipes (12 layers): seconds. Twice the tokens take more than sixteen times as long.</summary>
    internal const int GreatestTokens = 32;

    internal static void CheckSize(int tokens)
    {
        if (tokens > GreatestTokens)
        {
            throw new InvalidOperationException(
                $"Flow takes at most {GreatestTokens} tokens, because its time grows with their fourth power: the map has {tokens}. Merge word pieces with MergeWords, or use Rollout.");
        }
    }

    internal static Matrix<double> Of(IReadOnlyList<Matrix<double>> mixing)
    {
        int n = mixing[0].RowCount;
        Matrix<double> flows = Matrix<double>.Build.Dense(n, n);
        Parallel.For(0, n, () => new FlowNetwork(mixing), (query, _, network) =>
        {
            for (int key = 0; key < n; key++) flows[key, query] = network.MaximumFlow(query, key);
            return network;
        }, static _ => { });
        return flows;
    }
}
