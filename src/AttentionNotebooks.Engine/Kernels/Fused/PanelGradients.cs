using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace AttentionNotebooks.Kernels;

/// <summary>The backward pass of one head, panel by panel of queries and block by block of keys, as the forward pass goes.</summary>
/// <remarks>
/// With P = A′, D = dOᵀO of each query, c = 1 / (divisor · temperature):
/// P  = 2^(scale · KᵀQ − logSum)     (1) computed anew from what the forward pass kept, one number a query
/// dP = Vᵀ·dO                        (2)
/// dS = c · P ∘ (dP − D)             (3) softmax backwards
/// dV += dO·Pᵀ, dK += Q·dSᵀ          (4) a key is a row of the tile, its features lie across the lanes
/// dQ += K·dS                        (5)
/// Source: FlashAttention (Dao et al. 2022, algorithm 4). All five products are the one tile. Heads go side by side, a head goes through its queries in order,
/// so the sums of dK and dV add up alike on any number of threads.
/// </remarks>
internal static class PanelGradients<T, TVector, TLanes>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    private static int Width => Tile<T, TVector, TLanes>.Width;

    /// <summary>The gradients of one head.</summary>
    /// <param name="head">The head, with O and the logarithms of the sums as the forward pass left them.</param>
    /// <param name="rule">From dot products to weights.</param>
    /// <param name="gradients">The gradients.</param>
    /// <param name="cancellation">Looked at before each panel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(in HeadSpans<T> head, in ScoreRule<T> rule, in GradientSpans<T> gradients, CancellationToken cancellation)
    {
        int blockKeys = PanelAttention<T, TVector, TLanes>.BlockKeys(head.KeyCount);
        using GradientMemory<T> memory = new(head, Width, blockKeys);
        for (int first = 0; first < head.QueryCount; first += Width)
        {
            cancellation.ThrowIfCancellationRequested();
            Range queries = first..Math.Min(first + Width, head.QueryCount);
            Begin(head, gradients, memory, queries);
            KeyRange seen = PanelAttention<T, TVector, TLanes>.SeenByAny(rule, queries, head.KeyCount);
            for (int start = seen.First / blockKeys * blockKeys; start < seen.End; start += blockKeys)
            {
                KeyRange keys = new KeyRange(start, start + blockKeys).And(seen);
                if (keys.First < keys.End) AddBlock(head, rule, memory, queries, keys);
            }

            Transposition.Run(memory.QueryGradient, Width, head.QuerySize, queries.End.Value - first, gradients.Queries[(first * head.QuerySize)..], head.QuerySize);
        }

        Gather(memory.KeyGradients, memory.QueryStep, head.QuerySize, gradients.Keys);
        Gather(memory.ValueGradients, memory.ValueStep, head.ValueSize, gradients.Values);
    }

    private static void Begin(in HeadSpans<T> head, in GradientSpans<T> gradients, GradientMemory<T> memory, Range queries)
    {
        int first = queries.Start.Value, count = queries.End.Value - first, size = head.QuerySize, valueSize = head.ValueSize;
        ReadOnlySpan<T> query = head.Queries.Slice(first * size, count * size), output = gradients.Output.Slice(first * valueSize, count * valueSize);
        PanelSteps<T, TVector, TLanes>.Lay(query, size, size, count, memory.Queries);
        PanelSteps<T, TVector, TLanes>.Lay(output, valueSize, valueSize, count, memory.Outputs);
        Packing.Spread(query, size, memory.QueryStep, memory.QueryTokens);
        Packing.Spread(output, valueSize, memory.ValueStep, memory.OutputTokens);
        memory.QueryGradient.Clear();
        memory.LogSums.Fill(T.PositiveInfinity);
        head.LogSums.Slice(first, count).CopyTo(memory.LogSums);
        memory.Products.Clear();
        for (int lane = 0; lane < Width; lane++) memory.Indices[lane] = T.CreateTruncating(first + lane);
        for (int lane = 0; lane < count; lane++)
            memory.Products[lane] = Sums.Dot<T>(output.Slice(lane * valueSize, valueSize), head.Output.Slice((first + lane) * head.OutputStep, valueSize));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBlock(in HeadSpans<T> head, in ScoreRule<T> rule, GradientMemory<T> memory, Range queries, KeyRange keys)
    {
        int length = (keys.End - keys.First) * Width, count = queries.End.Value - queries.Start.Value;
        Span<T> weights = memory.Weights[..length], gradients = memory.Gradients[..length];
        PanelSteps<T, TVector, TLanes>.Multiply(head.Keys, head.QuerySize, keys, memory.Queries, memory.Weights);
        if (rule.Slope != T.Zero) Sweeps<T, TVector, TLanes>.AddBias(weights, keys.First, rule.ProductSlope, memory.Indices);
        if (rule.Mask is not null) PanelAttention<T, TVector, TLanes>.Mask(rule.Mask, weights, keys, queries, head.KeyCount);
        Sweeps<T, TVector, TLanes>.Weights(weights, rule.Scale, memory.LogSums);
        PanelSteps<T, TVector, TLanes>.Multiply(head.Values, head.ValueSize, keys, memory.Outputs, memory.Gradients);
        Sweeps<T, TVector, TLanes>.SoftmaxGradient(gradients, weights, memory.Products, T.One / (rule.Divisor * rule.Temperature));

        memory.Weights[length..].Clear();
        memory.Gradients[length..].Clear();
        AddTokens(memory.Weights, count, memory.OutputTokens, memory.ValueStep, memory.ValueGradients, keys);
        AddTokens(memory.Gradients, count, memory.QueryTokens, memory.QueryStep, memory.KeyGradients, keys);
        PanelSteps<T, TVector, TLanes>.Weigh<Accumulate>(memory.EvenKeys, memory.EvenKeyStep, keys, gradients, memory.QueryGradient, memory.Products);
    }

    /// <summary>sums of key i += Σⱼ p[i, j] · tokenⱼ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTokens(ReadOnlySpan<T> p, int count, ReadOnlySpan<T> tokens, int step, Span<T> sums, KeyRange keys)
    {
        for (int key = keys.First, rows; key < keys.End; key += rows)
        {
            rows = TileRows.Of(keys.End - key);
            for (int lane = 0; lane < step; lane += Width)
            {
                ref T c = ref sums[(key * step) + lane];
                Tile<T, TVector, TLanes>.Run<Accumulate>(rows, in p[(key - keys.First) * Width], Width, 1, in tokens[lane], step, count, ref c, step, in tokens[lane]);
            }
        }
    }

    private static void Gather(ReadOnlySpan<T> sums, int step, int size, Span<T> gradients)
    {
        for (int token = 0; token * size < gradients.Length; token++)
        {
            Span<T> gradient = gradients.Slice(token * size, size);
            TensorPrimitives.Add(gradient, sums.Slice(token * step, size), gradient);
        }
    }
}
