using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <content>What can be made from a map. Each of these leaves the map as it is, and says in <see cref="Notes"/> what it did.</content>
public sealed partial class AttentionMap
{
    /// <summary>The most tokens that <see cref="Flow"/> takes.</summary>
    public static int GreatestFlowTokens => AttentionFlow.GreatestTokens;

    /// <summary>Attention rollout: how much of each input token reaches each position, layer after layer.</summary>
    /// <param name="residual">0 to 1: the share of the residual connection, which carries each token past the attention.</param>
    /// <returns>As many layers, one matrix each, n×n: row i is the input token, column j the position after that layer; each column sums to 1.</returns>
    /// <remarks>
    /// <para>R⁰ = I, Rˡ = Rˡ⁻¹·Mˡ with Mˡ = (1 − residual)·Ā + residual·I, where Ā is the mean of the heads of layer l. (In the row convention the factors stand the other way round.)</para>
    /// <para>Each column of M is divided by its sum. That changes nothing where the columns of A′ sum to 1; where all keys are masked, the token keeps itself.
    /// The map must start at the model's first layer for its rows to be input tokens; otherwise they are the tokens before its first layer.</para>
    /// <para>Source: S. Abnar and W. Zuidema, Quantifying Attention Flow in Transformers, 2020.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="residual"/> is not from 0 to 1.</exception>
    /// <exception cref="InvalidOperationException">There are not as many queries as keys, or a weight is negative.</exception>
    public AttentionMap Rollout(double residual = 0.5)
    {
        Matrix<double>[] mixing = LayerMixing.Of(this, nameof(Rollout), residual);
        return Derive(
            [.. AttentionRollout.Of(mixing).Select(layer => new[] { layer })], KeyLabels, QueryLabels, LayerNumbers, [0], "rollout", LayerMixing.Note("Rollout, layers multiplied", residual));
    }

    /// <summary>Attention flow: the most that can flow from each position of a layer down to each input token, when every weight is the width of a pipe.</summary>
    /// <param name="layer">Number of the layer, as in <see cref="LayerNumbers"/>, whose positions are looked at; null: the last.</param>
    /// <param name="residual">0 to 1: the share of the residual connection, which carries each token past the attention.</param>
    /// <returns>One layer with one matrix, n×n: row i is the input token, column j the position; from 0 to 1, and columns need not sum to 1.</returns>
    /// <remarks>
    /// <para>The value at [i, j] is the maximum flow from position j of the layer to token i before the first layer, through pipes of capacity Mˡ[i, j] as in <see cref="Rollout"/>;
    /// exact up to rounding, by Dinic's algorithm. Each entry is a flow of its own: two tokens may use the same pipe.</para>
    /// <para>The time grows at least with n⁴ · layers, so at most <see cref="GreatestFlowTokens"/> tokens are taken.</para>
    /// <para>Source: S. Abnar and W. Zuidema, Quantifying Attention Flow in Transformers, 2020.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">This map has no such layer, or <paramref name="residual"/> is not from 0 to 1.</exception>
    /// <exception cref="InvalidOperationException">There are not as many queries as keys, a weight is negative, or there are too many tokens.</exception>
    public AttentionMap Flow(int? layer = null, double residual = 0.5)
    {
        int last = layer ?? LayerNumbers[^1];
        int count = Place(LayerNumbers, last, nameof(layer)) + 1;
        Matrix<double>[] mixing = LayerMixing.Of(this, nameof(Flow), residual);
        AttentionFlow.CheckSize(Keys);
        return Derive([[AttentionFlow.Of(mixing[..count])]], KeyLabels, QueryLabels, [last], [0], "flow", LayerMixing.Note("Maximum flow through all layers", residual));
    }

    /// <summary>The weights of some keys and queries only, untouched, so that a part of a long text can be seen in full.</summary>
    /// <param name="keys">The rows to keep, for example <c>0..128</c>; null or <c>..</c>: all.</param>
    /// <param name="queries">The columns to keep; null or <c>..</c>: all.</param>
    /// <returns>The part; tokens keep their labels, and where they have none their index in this map becomes the label. Columns need no longer sum to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A range is empty or reaches beyond the tokens.</exception>
    public AttentionMap Region(Range? keys = null, Range? queries = null)
    {
        TokenRange rows = TokenRange.Of(keys, Keys, "keys", nameof(keys)), columns = TokenRange.Of(queries, Queries, "queries", nameof(queries));
        Matrix<double>[][] parts = ForEachHead(head => head.SubMatrix(rows.Start, rows.Length, columns.Start, columns.Length));
        return Derive(
            parts, rows.Labels(KeyLabels), columns.Labels(QueryLabels), LayerNumbers, HeadNumbers, CombinedAs, $"Region: {rows.Describe("keys")}, {columns.Describe("queries")}.");
    }

    /// <summary>Joins the pieces of words, as a tokenizer's marks tell them: the weights of a word's keys are summed, those of its queries averaged.</summary>
    /// <param name="pieces">How the tokenizer marks pieces.</param>
    /// <returns>Words instead of pieces; columns that summed to 1 still do.</returns>
    /// <exception cref="InvalidOperationException">Keys or queries have no labels.</exception>
    public AttentionMap MergeWords(WordPieces pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return Merge(WordGroups.Of(pieces, KeyLabels, "keys"), WordGroups.Of(pieces, QueryLabels, "queries"), pieces.Rule);
    }

    /// <summary>Joins tokens into words that are given as ranges: the weights of a word's keys are summed, those of its queries averaged.</summary>
    /// <param name="keyWords">The tokens of each word; one after the other, from the first key to the last.</param>
    /// <param name="queryWords">The same of the queries; null: as the keys in self-attention (as many queries as keys), otherwise the queries stay as they are.</param>
    /// <returns>Words instead of tokens, labelled with the labels of their tokens one after the other; columns that summed to 1 still do.</returns>
    /// <exception cref="ArgumentException">The ranges leave a token out, overlap, are not in order, or one is empty.</exception>
    public AttentionMap MergeWords(IReadOnlyList<Range> keyWords, IReadOnlyList<Range>? queryWords = null)
    {
        ArgumentNullException.ThrowIfNull(keyWords);
        IReadOnlyList<Range>? ofQueries = queryWords ?? (Keys == Queries ? keyWords : null);
        WordGroups keys = WordGroups.Of(keyWords, Keys, KeyLabels, nameof(keyWords));
        WordGroups queries = ofQueries is null ? WordGroups.Single(Queries, QueryLabels) : WordGroups.Of(ofQueries, Queries, QueryLabels, nameof(queryWords));
        return Merge(keys, queries, "words as given");
    }

    /// <summary>What changed from another map to this one.</summary>
    /// <param name="other">The map to subtract; as many layers, heads, keys and queries as this one.</param>
    /// <returns>This − other, matrix by matrix.</returns>
    /// <exception cref="ArgumentException">The maps differ in size.</exception>
    public AttentionDifference Minus(AttentionMap other) => new(this, other);

    /// <summary>What each head does, in a few numbers: how spread its weights are, how far it looks, and at what.</summary>
    /// <returns>One profile a head.</returns>
    /// <exception cref="InvalidOperationException">A weight is negative.</exception>
    public HeadStatistics Statistics() => new(this);

    private AttentionMap Merge(WordGroups keys, WordGroups queries, string rule) =>
        Derive(
            ForEachHead(head => queries.AverageColumns(keys.SumRows(head))),
            keys.Labels,
            queries.Labels,
            LayerNumbers,
            HeadNumbers,
            CombinedAs,
            $"Word pieces merged into words ({rule}): keys summed, queries averaged; {Keys} keys × {Queries} queries became {keys.Count} × {queries.Count}.");

    private Matrix<double>[][] ForEachHead(Func<Matrix<double>, Matrix<double>> change) => [.. weights.Select(layer => layer.Select(change).ToArray())];
}
