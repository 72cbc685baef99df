using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The neuron views of a trace: the products behind its scores.</summary>
public static class NeuronFigures
{
    /// <summary>The products of one key and one query, feature by feature; of the rotated ones where the head has rotary positions.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a head.</param>
    /// <param name="key">Which key, from 0: the row of the scores.</param>
    /// <param name="query">Which query, from 0: the column of the scores.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="key"/> is not a key.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="query"/> is not a query.</exception>
    public static NeuronFigure NeuronView<T>(this AttentionTrace<T> trace, int key, int query)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        Check.Index(key, trace.Scores.Values.RowCount, "keys");
        Check.Index(query, trace.Scores.Values.ColumnCount, "queries");
        return new NeuronFigure(NeuronPair.Of(trace, key, query));
    }

    /// <summary>The products of one key and one query, feature by feature; of the rotated ones where the head has rotary positions.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a head.</param>
    /// <param name="key">A label of the keys, exactly as it is written there.</param>
    /// <param name="query">A label of the queries, exactly as it is written there.</param>
    /// <param name="keyOccurrence">Which one, from 1, where the key's label occurs more than once.</param>
    /// <param name="queryOccurrence">Which one, from 1, where the query's label occurs more than once.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">There are no labels, no such label, or several and the occurrence does not say which.</exception>
    public static NeuronFigure NeuronView<T>(this AttentionTrace<T> trace, string key, string query, int? keyOccurrence = null, int? queryOccurrence = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(query);
        return trace.NeuronView(
            TokenLabels.Find(trace.Scores.RowLabels, key, keyOccurrence, nameof(key)),
            TokenLabels.Find(trace.Scores.ColumnLabels, query, queryOccurrence, nameof(query)));
    }

    /// <summary>The products of one query with every key as strips, and those of the strongest keys in full.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a head.</param>
    /// <param name="query">Which query, from 0.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="query"/> is not a query.</exception>
    public static NeuronStripFigure NeuronView<T>(this AttentionTrace<T> trace, int query)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        Check.Index(query, trace.Scores.Values.ColumnCount, "queries");
        return NeuronStripFigure.Of(trace, query);
    }

    /// <summary>The products of one query with every key as strips, and those of the strongest keys in full.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a head.</param>
    /// <param name="query">A label of the queries, exactly as it is written there.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">There are no labels, no such label, or several: take one of these by its index.</exception>
    public static NeuronStripFigure NeuronView<T>(this AttentionTrace<T> trace, string query)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(query);
        return trace.NeuronView(TokenLabels.Find(trace.Scores.ColumnLabels, query, occurrence: null, nameof(query)));
    }
}
