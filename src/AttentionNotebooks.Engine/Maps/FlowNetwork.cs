using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Layers of n tokens with pipes between neighbouring layers, and the maximum flow down through them.</summary>
/// <remarks>
/// Dinic's algorithm (1970): while the sink can be reached, measure how far each node is from the source, then fill all shortest paths.
/// Node (l, t) is token t above layer l; (0, t) is an input token. A pipe leads from (l, j) down to (l − 1, i) with capacity Mˡ[i, j]; what
/// flows in it can be taken back, which is a way up. Room of 10⁻¹⁵ and less counts as none, because rounding leaves it behind; so the flow is exact
/// up to 10⁻¹⁵ a pipe of the smallest cut. It ends early where it has reached what can leave the source or enter the sink.
/// </remarks>
internal sealed class FlowNetwork
{
    private const int Unreached = -1;

    private const double Negligible = 1e-15;

    private readonly int tokens;
    private readonly double[][] capacity;

    /// <summary>[l][j·n + i]: what can still flow from (l, j) down to (l − 1, i).</summary>
    private readonly double[][] down;

    /// <summary>[l][j·n + i]: what can be taken back, from (l − 1, i) up to (l, j).</summary>
    private readonly double[][] up;

    private readonly int[] distance;

    /// <summary>The next neighbour to try, of each node: first those below, then those above.</summary>
    private readonly int[] next;

    internal FlowNetwork(IReadOnlyList<Matrix<double>> mixing)
    {
        tokens = mixing[0].RowCount;
        capacity = [[], .. mixing.Select(layer => layer.ToColumnMajorArray())];
        down = [.. capacity.Select(layer => new double[layer.Length])];
        up = [.. capacity.Select(layer => new double[layer.Length])];
        distance = new int[capacity.Length * tokens];
        next = new int[distance.Length];
    }

    private int Top => capacity.Length - 1;

    /// <summary>The most that flows from token <paramref name="query"/> above the last layer to input token <paramref name="key"/>.</summary>
    internal double MaximumFlow(int query, int key)
    {
        for (int layer = 1; layer <= Top; layer++)
        {
            capacity[layer].CopyTo(down[layer], 0);
            Array.Clear(up[layer]);
        }

        double total = 0;
        int source = (Top * tokens) + query;
        double bound = Bound(query, key) - Negligible;
        while (total < bound && Measure(source, key))
        {
            Array.Clear(next);
            while (Push(source, key, double.PositiveInfinity) is > Negligible and double pushed) total += pushed;
        }

        return total;
    }

    /// <summary>What can leave the source and enter the sink at most: two cuts that are easily measured.</summary>
    private double Bound(int query, int key)
    {
        double leaving = 0, entering = 0;
        for (int token = 0; token < tokens; token++)
        {
            leaving += capacity[Top][(query * tokens) + token];
            entering += capacity[1][(token * tokens) + key];
        }

        return Math.Min(leaving, entering);
    }

    /// <summary>The distance of each node from the source; false where the sink cannot be reached.</summary>
    private bool Measure(int source, int sink)
    {
        Array.Fill(distance, Unreached);
        distance[source] = 0;
        Queue<int> reached = new([source]);
        while (distance[sink] == Unreached && reached.TryDequeue(out int node))
        {
            for (int place = 0; place < 2 * tokens; place++)
            {
                int neighbour = Neighbour(node, place);
                if (neighbour < 0 || distance[neighbour] != Unreached || Room(node, neighbour) <= Negligible) continue;
                distance[neighbour] = distance[node] + 1;
                reached.Enqueue(neighbour);
            }
        }

        return distance[sink] != Unreached;
    }

    /// <summary>Sends as much as fits along one shortest path; 0 where none is left.</summary>
    private double Push(int node, int sink, double available)
    {
        if (node == sink) return available;
        for (; next[node] < 2 * tokens; next[node]++)
        {
            int neighbour = Neighbour(node, next[node]);
            if (neighbour < 0 || distance[neighbour] != distance[node] + 1) continue;
            double room = Room(node, neighbour);
            if (room <= Negligible) continue;
            double pushed = Push(neighbour, sink, Math.Min(available, room));
            if (pushed <= Negligible) continue;
            Room(node, neighbour) -= pushed;
            Room(neighbour, node) += pushed;
            return pushed;
        }

        return 0;
    }

    /// <summary>The nodes below, then those above; −1 where there is none.</summary>
    private int Neighbour(int node, int place)
    {
        int layer = node / tokens;
        if (place < tokens) return layer > 0 ? ((layer - 1) * tokens) + place : -1;
        return layer < Top ? (layer * tokens) + place : -1;
    }

    private ref double Room(int from, int to)
    {
        (int fromLayer, int fromToken) = Math.DivRem(from, tokens);
        (int toLayer, int toToken) = Math.DivRem(to, tokens);
        return ref fromLayer > toLayer ? ref down[fromLayer][(fromToken * tokens) + toToken] : ref up[toLayer][(toToken * tokens) + fromToken];
    }
}
