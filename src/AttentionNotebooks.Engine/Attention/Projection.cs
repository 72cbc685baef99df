using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>A product W·I, or W·I + b·1ᵀ, to be computed.</summary>
/// <param name="Weights">W.</param>
/// <param name="Tokens">I, one token a column, one behind the other.</param>
/// <param name="Result">Where it goes, one column behind the other.</param>
/// <param name="Bias">b; null: none.</param>
internal readonly record struct Projection<T>(PackedWeights<T> Weights, ArraySegment<T> Tokens, ArraySegment<T> Result, T[]? Bias = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int TokensTogether = 192;
    private const int RowsTogether = 128;

    private int TokenCount => Tokens.Count / Weights.Columns;

    private int Parts => Divide(TokenCount, TokensTogether) * Divide(Weights.Rows, RowsTogether);

    private double MultiplyAdds => (double)Tokens.Count * Weights.Rows;

    /// <summary>Computes them side by side: products × rows × tokens are one flat range.</summary>
    internal static void Run(Projection<T>[] projections, Workload workload)
    {
        (int Projection, int Part)[] items = [.. projections.SelectMany((projection, index) => Enumerable.Range(0, projection.Parts).Select(part => (index, part)))];
        workload.Share(items.Length, Total(projections), item => projections[items[item].Projection].RunPart(items[item].Part));
    }

    /// <summary>The multiply-adds of all of them.</summary>
    internal static double Total(Projection<T>[] projections) => projections.Sum(projection => projection.MultiplyAdds);

    private static int Divide(int count, int part) => (count + part - 1) / part;

    private void RunPart(int part)
    {
        int rowParts = Divide(Weights.Rows, RowsTogether), row = part % rowParts * RowsTogether, token = part / rowParts * TokensTogether;
        int rows = Math.Min(RowsTogether, Weights.Rows - row), tokens = Math.Min(TokensTogether, TokenCount - token);
        Span<T> result = Result.AsSpan((token * Weights.Rows) + row);
        MatrixProduct.MultiplyPacked(
            Weights.PanelsFrom(row), rows, Tokens.AsSpan(token * Weights.Columns, tokens * Weights.Columns), Weights.Columns, result, Weights.Rows);
        if (Bias is not null) ColumnBias.Add(Bias.AsSpan(row, rows), tokens, result, Weights.Rows);
    }
}
