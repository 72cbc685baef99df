using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>What one layer does to the tokens, as rollout and flow see it: attention, averaged over the heads, and the residual connection beside it.</summary>
internal static class LayerMixing
{
    /// <summary>M of each layer: n×n, (1 − residual)·Ā + residual·I, each column divided by its sum.</summary>
    internal static Matrix<double>[] Of(AttentionMap map, string method, double residual)
    {
        if (residual is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(residual), residual, $"residual must be from 0 to 1: it is {residual}.");
        if (map.Keys != map.Queries)
        {
            throw new InvalidOperationException(
                $"{method} follows tokens through layers of self-attention, with as many queries as keys: the map has {map.Keys} keys and {map.Queries} queries.");
        }

        MapWeights.CheckNotNegative(map, method);
        return [.. map.Weights.Select(heads => Of(heads, residual))];
    }

    internal static string Note(string method, double residual) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{method} (Abnar & Zuidema 2020): heads averaged, {1 - residual:0.####}·A′ + {residual:0.####}·I in each layer; key = input token, query = position after the layer.");

    private static Matrix<double> Of(IReadOnlyList<Matrix<double>> heads, double residual)
    {
        int n = heads[0].RowCount;
        Matrix<double> sum = Matrix<double>.Build.Dense(n, n);
        foreach (Matrix<double> head in heads) sum.Add(head, sum);
        Matrix<double> mixed = (sum * ((1 - residual) / heads.Count)) + Matrix<double>.Build.DenseDiagonal(n, n, residual);
        return mixed.NormalizeColumns(1);
    }
}
