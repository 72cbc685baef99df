using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The columns of a batch at which a word is to be said, and the words. Only these need scores of words.</summary>
internal sealed class TargetColumns
{
    private readonly int[] columns;

    /// <summary>Those of some sentences, one behind the other.</summary>
    internal TargetColumns(IEnumerable<TrainingExample> examples)
    {
        int[] all = [.. examples.SelectMany(example => example.Targets)];
        columns = [.. Enumerable.Range(0, all.Length).Where(column => all[column] != TrainingExample.NoTarget)];
        Words = Array.ConvertAll(columns, column => all[column]);
    }

    /// <summary>The word of each of the columns.</summary>
    internal int[] Words { get; }

    /// <summary>The columns with targets out of all of them.</summary>
    internal Columns<T> Gather<T>(Columns<T> all, ArrayLoan<T> loan)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Columns<T> some = Columns<T>.Rent(loan, all.Size, columns.Length);
        for (int place = 0; place < columns.Length; place++) all[columns[place]].CopyTo(some[place]);
        return some;
    }

    /// <summary>The way back: zeros in all other columns.</summary>
    internal Columns<T> Scatter<T>(Columns<T> some, Columns<T> like, ArrayLoan<T> loan)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Columns<T> all = like.Like(loan);
        all.AsSpan().Clear();
        for (int place = 0; place < columns.Length; place++) some[place].CopyTo(all[columns[place]]);
        return all;
    }
}
