using System.Globalization;

namespace AttentionNotebooks;

/// <summary>One key of the query whose strips are shown.</summary>
/// <param name="Key">Which key, from 0.</param>
/// <param name="Label">The key, shortened.</param>
/// <param name="Pair">Its products with the query.</param>
/// <param name="Weight">What the query takes from it.</param>
internal sealed record NeuronStrip(int Key, string Label, NeuronPair Pair, double Weight)
{
    /// <summary>The name by which a reader selects the key.</summary>
    internal string Choice => string.Create(CultureInfo.InvariantCulture, $"k{Key}");

    /// <summary>For example <c>key river: score 0.482, weight 0.213</c>.</summary>
    internal string Description => $"key {TokenText.Isolate(Label)}: score {Format(Pair.Score)}, weight {Format(Weight)}";

    internal static NeuronStrip Of<T>(AttentionTrace<T> trace, int key, int query)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new(key, ChosenPair.At(trace.Weights, key, query).KeyLabel, NeuronPair.Of(trace, key, query), double.CreateChecked(trace.Weights[key, query]));

    private static string Format(double value) => NumberFormat.For([value]).Format(value);
}
