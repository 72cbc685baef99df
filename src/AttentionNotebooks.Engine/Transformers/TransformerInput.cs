using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Some sentences, and for each of them the source that cross-attention looks at.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TransformerInput<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Packs them.</summary>
    /// <param name="sentences">For each sentence the numbers of its words.</param>
    /// <param name="sources">For each sentence its source, r×n_k; null: the model has no cross-attention.</param>
    internal TransformerInput(IEnumerable<IReadOnlyList<int>> sentences, IReadOnlyList<Matrix<T>>? sources = null)
    {
        Tokens = new TokenBatch(sentences);
        if (sources is null) return;
        T[] columns = [.. sources.SelectMany(source => source.ColumnMajorArray())];
        Source = new Columns<T>(columns, sources[0].RowCount);
        SourceSentences = SentenceSpan.Pack(sources.Select(source => source.ColumnCount));
    }

    /// <summary>The words.</summary>
    internal TokenBatch Tokens { get; }

    /// <summary>The sources, one behind the other.</summary>
    internal Columns<T> Source { get; }

    /// <summary>Which columns are the source of each sentence.</summary>
    internal SentenceSpan[] SourceSentences { get; } = [];
}
