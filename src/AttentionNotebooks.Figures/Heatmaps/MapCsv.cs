using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Layers × heads × keys × queries as CSV after RFC 4180: a line an entry, every number exact.</summary>
/// <param name="map">Whose axes they are.</param>
/// <param name="noun">What the numbers are, for example <c>weight</c>.</param>
/// <param name="values">The numbers of a layer and a head.</param>
internal sealed class MapCsv(AttentionMap map, string noun, Func<int, int, Matrix<double>> values)
{
    internal void Write(TextWriter writer)
    {
        string[] keys = Tokens(map.KeyLabels, map.Keys), queries = Tokens(map.QueryLabels, map.Queries);
        writer.Write($"layer,head,key,query,key token,query token,{noun}{MatrixCsv.LineEnd}");
        foreach (int layer in map.LayerNumbers)
        {
            foreach (int head in map.HeadNumbers)
            {
                foreach ((int key, int query, double value) in values(layer, head).EnumerateIndexed(Zeros.Include))
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{layer},{head},{key},{query},{keys[key]},{queries[query]},{value:R}{MatrixCsv.LineEnd}"));
            }
        }
    }

    /// <summary>Empty fields where the tokens are known by their index alone.</summary>
    private static string[] Tokens(IReadOnlyList<string>? labels, int count) =>
        labels is null ? [.. Enumerable.Repeat("", count)] : [.. labels.Select(MatrixCsv.Field)];
}
