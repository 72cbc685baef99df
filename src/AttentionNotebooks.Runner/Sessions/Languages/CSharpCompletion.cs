using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Text;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>Completes C#.</summary>
internal static class CSharpCompletion
{
    /// <summary>Gives what begins with the text before the cursor; where nothing does, what resembles it.</summary>
    public static async Task<Completion> CompleteAsync(Document document, int cursor, CancellationToken cancellationToken)
    {
        var service = CompletionService.GetService(document)!;
        var list = await service.GetCompletionsAsync(document, cursor, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (list.ItemsList.Count == 0) return Completion.None(cursor);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var typed = text.ToString(TextSpan.FromBounds(Math.Min(list.Span.Start, cursor), cursor));
        var matches = Match(service, document, [.. list.ItemsList.Where(IsPlain)], typed)
            .Select(item => new CompletionMatch(TextOf(item), CompletionKind.Of(item)))
            .DistinctBy(match => match.Text);
        return new Completion(list.Span.Start, list.Span.End, [.. matches]);
    }

    private static IEnumerable<CompletionItem> Match(
        CompletionService service, Document document, IReadOnlyList<CompletionItem> items, string typed)
    {
        var matches = items
            .Where(item => item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => item.FilterText.StartsWith(typed, StringComparison.Ordinal))
            .ThenByDescending(item => item.Rules.MatchPriority)
            .ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
            .ThenBy(item => item.SortText, StringComparer.Ordinal)
            .ToList();
        return matches.Count > 0 ? matches : service.FilterItems(document, [.. items], typed);
    }

    // One that also changes text elsewhere, or is a template with places to fill in, is more than a text to insert.
    private static bool IsPlain(CompletionItem item) => !item.IsComplexTextEdit && !item.Tags.Contains(Microsoft.CodeAnalysis.Tags.WellKnownTags.Snippet);

    // Roslyn's own name for it: the text as code where it differs from the text as shown, such as @class.
    private static string TextOf(CompletionItem item) => item.Properties.GetValueOrDefault("InsertionText", item.DisplayText);
}
