using System.Globalization;

namespace AttentionNotebooks;

/// <summary>What an edit of heads changed, in words.</summary>
internal static class EditWords
{
    private const int MostNamed = 4;

    /// <summary>For example <c>Effect of silencing layer 1, head 3</c>.</summary>
    internal static string Title(IReadOnlyList<HeadEdit> edits)
    {
        if (edits.Count == 0) return "Effect of no edit";
        string named = string.Join("; ", edits.Take(MostNamed).Select(edit => $"{(edit is SilencedHead ? "silencing" : "another pattern in")} layer {edit.Layer}, head {edit.Head}"));
        return $"Effect of {named}{(edits.Count > MostNamed ? $" and {Count.Of(edits.Count - MostNamed, "other edit", "other edits")}" : "")}";
    }

    /// <summary>The loss before and after.</summary>
    internal static string Losses(double before, double after) => $"Loss {LossWords.Loss(before)} before, {LossWords.Loss(after)} after.";

    /// <summary>What was to be said at a token, and what was said.</summary>
    internal static string Heading(EditedTarget target, IReadOnlyList<string> words)
    {
        string token = target.Label is { } label ? $"{target.Before.Token} {Word(label)}" : target.Before.Token.ToString(CultureInfo.InvariantCulture);
        return $"Token {token}: to be said: {Word(words[target.Before.Target])}; said before: {Said(target.Before)}; said after: {Said(target.After)}";

        string Said(TargetPrediction prediction) => $"{Word(words[prediction.Prediction])}, {(prediction.IsRight ? "right" : "wrong")}";
    }

    internal static string Word(string word) => TokenText.Isolate(TokenText.Shorten(word));
}
