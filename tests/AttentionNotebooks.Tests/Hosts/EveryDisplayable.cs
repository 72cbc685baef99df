using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Tests.Hosts;

/// <summary>One of each thing that shows itself, made from the same tokens.</summary>
internal static class EveryDisplayable
{
    /// <summary>The types that a host may be given.</summary>
    internal static IEnumerable<Type> Types =>
        from assembly in new[] { typeof(Displayable).Assembly, typeof(Figure).Assembly, typeof(Claim).Assembly }
        from type in assembly.GetExportedTypes()
        where !type.IsAbstract && (type.IsSubclassOf(typeof(Displayable)) || type == typeof(Claim))
        select type;

    internal static IEnumerable<object> Of(string[] tokens, int heads)
    {
        Matrix<double> input = Matrix<double>.Build.Random(4 * heads, tokens.Length, seed: 1);
        MultiHeadTrace<double> layer = MultiHeadAttention.Random(4 * heads, heads, seed: 1).Trace(new LabelledMatrix<double>(input, "Input", columnLabels: tokens), mask: AttentionMask.Causal);
        AttentionTrace<double> head = layer.Heads[0];
        AttentionMap map = layer.Map;
        AttentionGrowth growth = new(GrowthAxis.Tokens, [new GrowthPoint(AttentionCost.Of<double>(heads, tokens.Length, headSize: 4), keepsWeights: true, 1.5e-3, 2048)], tokens);
        return
        [
            Sentence.Parse(string.Join(' ', tokens)), layer, head, head.Token(0), head.Weights, head.Output.Column(0), map, map.Minus(map), map.Statistics(),
            map.Heatmap(), map.HeadView(), map.ModelView(), map.Generation(), head.NeuronView(0, 1), head.NeuronView(0), head.Token(0).WeightedSum(),
            growth, growth.Figure(), map.Minus(map).Figure(), map.Statistics().Figure(), head.Steps(), layer.Steps(), head.Token(0).Steps(), head.Weights.Figure(),
            Claim.That(tokens[0], holds: true),
        ];
    }
}
