using System.Numerics;

namespace AttentionNotebooks;

/// <summary>What is said at one token before an edit and after it.</summary>
internal sealed class EditedTarget
{
    private EditedTarget(TargetPrediction before, TargetPrediction after, string? label, double[] probabilitiesBefore, double[] probabilitiesAfter, int most)
    {
        Before = before;
        After = after;
        Label = label;
        IEnumerable<int> wanted = Greatest(probabilitiesBefore, most).Concat(Greatest(probabilitiesAfter, most)).Append(before.Target).Distinct();
        Words = [.. wanted.Select(word => new EditedWord(word, probabilitiesBefore[word], probabilitiesAfter[word])).OrderByDescending(word => word.Before).ThenBy(word => word.Number)];
    }

    internal TargetPrediction Before { get; }

    internal TargetPrediction After { get; }

    /// <summary>The token at which the word is said; null where tokens are known by their index alone.</summary>
    internal string? Label { get; }

    /// <summary>The most probable words before, those after and the one to be said; the most probable before first.</summary>
    internal EditedWord[] Words { get; }

    /// <param name="effect">What an edit changed.</param>
    /// <param name="place">Which of its targets.</param>
    /// <param name="most">The most words from before, and from after.</param>
    internal static EditedTarget Of<T>(EditEffect<T> effect, int place, int most)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (TargetPrediction before, TargetPrediction after) = (effect.PredictionsBefore[place], effect.PredictionsAfter[place]);
        return new EditedTarget(
            before, after, effect.Before.Map.QueryLabels?[before.Token], WordScores.Probabilities(effect.Before.Logits, before.Token), WordScores.Probabilities(effect.After.Logits, after.Token), most);
    }

    private static IEnumerable<int> Greatest(double[] probabilities, int most) =>
        Enumerable.Range(0, probabilities.Length).OrderByDescending(word => probabilities[word]).Take(most);
}
