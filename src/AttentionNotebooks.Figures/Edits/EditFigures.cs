using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The picture of an edit of heads.</summary>
public static class EditFigures
{
    /// <summary>The probable words at each target before and after.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="effect">From <see cref="Transformer{T}.Compare"/>.</param>
    /// <param name="words">The vocabulary: the word of each number.</param>
    /// <param name="most">The most words to show from before, and from after; at least 1.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException"><paramref name="words"/> has not a word for each number.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is less than 1.</exception>
    public static EditFigure Figure<T>(this EditEffect<T> effect, IReadOnlyList<string> words, int most = 4)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        int vocabulary = effect.Before.Logits.RowCount, targets = effect.PredictionsBefore.Count;
        if (words.Count != vocabulary) throw new ArgumentException($"words must hold one word for each of the {vocabulary} numbers: it holds {words.Count}.", nameof(words));
        return new EditFigure(
            EditWords.Title(effect.Edits),
            EditWords.Losses(effect.LossBefore, effect.LossAfter),
            [.. Enumerable.Range(0, Math.Min(targets, EditFigure.GreatestTargets)).Select(place => EditedTarget.Of(effect, place, most))],
            targets,
            [.. words]);
    }
}
