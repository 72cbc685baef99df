using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Layers × heads × keys × queries as CSV after RFC 4180: a line an entry, every number exact.</summary>
/// <param name="map">Whose axes they are.</param>
/// <param name="values">The numbers of a layer and a head.</param>
internal sealed class MapCsv(AttentionMap map, Func<int, int, Matrix<double>> values)
{
    /// <summary>The first line.</summary>
    /// <param name="noun">What the numbers are, for example <c>weight</c>.</param>
    internal static string Headings(string noun) => $"layer,head,key,query,key token,query token,{noun}{MatrixCsv.LineEnd}";

    /// <summary>The lines of a file of its own.</summary>
    internal void Write(TextWriter writer, string noun)
    {
        writer.Write(Headings(noun));
        WriteLines(writer);
    }

    /// <summary>The numbers alone, each line after the same fields.</summary>
    internal void WriteLines(TextWriter writer, string before = "")
    {
        string[] keys = Tokens(map.KeyLabels, map.Keys), queries = Tokens(map.QueryLabels, map.Queries);
        foreach (int layer in map.LayerNumbers)
        {
            foreach (int head in map.HeadNumbers)
            {
                foreach ((int key, int query, double value) in values(layer, head).EnumerateIndexed(Zeros.Include))
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{before}{layer},{head},{key},{query},{keys[key]},{queries[query]},{value:R}{MatrixCsv.LineEnd}"));
            }
        }
    }

    /// <summary>Empty fields where the tokens are known by their index alone.</summary>
    private static string[] Tokens(IReadOnlyList<string>? labels, int count) =>
        labels is null ? [.. Enumerable.Repeat("", count)] : [.. labels.Select(MatrixCsv.Field)];
}
