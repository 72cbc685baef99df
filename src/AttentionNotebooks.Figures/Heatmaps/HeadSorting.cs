using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Puts the heads of a layer into an order, and tells of each why it stands where it does.</summary>
internal static class HeadSorting
{
    /// <summary>The heads, each with a note for its caption, which is empty where its number says it all.</summary>
    internal static IEnumerable<(int Head, string Note)> Sort(AttentionMap map, int layer, HeadOrder order) => order switch
    {
        HeadOrder.Entropy => By(map, head => Measures(map, layer, head).Entropy, "entropy", "bits"),
        HeadOrder.Distance => By(map, head => Measures(map, layer, head).Distance, "distance", "tokens"),
        HeadOrder.Similarity => BySimilarity(map, layer),
        _ => map.HeadNumbers.Select(head => (head, "")),
    };

    private static IEnumerable<(int Head, string Note)> By(AttentionMap map, Func<int, double?> measure, string name, string unit) =>
        map.HeadNumbers.Select(head => (Head: head, Value: measure(head) ?? 0))
            .OrderBy(head => head.Value).ThenBy(head => head.Head)
            .Select(head => (head.Head, $"{name} {WeightNumber.Exact(head.Value)} {unit}"));

    private static HeadMeasures Measures(AttentionMap map, int layer, int head) => new(map[layer, head], punctuation: null);

    private static IEnumerable<(int Head, string Note)> BySimilarity(AttentionMap map, int layer)
    {
        List<int> left = [.. map.HeadNumbers.Order()];
        int last = left[0];
        yield return (last, "");
        while (left.Remove(last) && left.Count > 0)
        {
            (int head, double similarity) = left.Select(head => (head, Cosine(map[layer, last], map[layer, head]))).MaxBy(next => next.Item2);
            yield return (head, $"cosine {WeightNumber.Exact(similarity)} to head {last}");
            last = head;
        }
    }

    /// <summary>The cosine of two heads as vectors of weights; 0 where one is all zeros.</summary>
    private static double Cosine(Matrix<double> one, Matrix<double> other)
    {
        double size = one.FrobeniusNorm() * other.FrobeniusNorm();
        return size > 0 ? one.PointwiseMultiply(other).Enumerate().Sum() / size : 0;
    }
}
