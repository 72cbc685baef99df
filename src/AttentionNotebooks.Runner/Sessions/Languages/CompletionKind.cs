using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>Names the kinds of what completion offers.</summary>
internal static class CompletionKind
{
    /// <summary>A magic command.</summary>
    public const string Magic = "magic";

    /// <summary>A NuGet package.</summary>
    public const string Package = "package";

    private const string Other = "text";

    private static readonly Dictionary<string, string> Words = new()
    {
        [WellKnownTags.Class] = "class",
        [WellKnownTags.Constant] = "constant",
        [WellKnownTags.Delegate] = "delegate",
        [WellKnownTags.Enum] = "enum",
        [WellKnownTags.EnumMember] = "constant",
        [WellKnownTags.Event] = "event",
        [WellKnownTags.ExtensionMethod] = "method",
        [WellKnownTags.Field] = "field",
        [WellKnownTags.Interface] = "interface",
        [WellKnownTags.Intrinsic] = "keyword",
        [WellKnownTags.Keyword] = "keyword",
        [WellKnownTags.Label] = "label",
        [WellKnownTags.Local] = "variable",
        [WellKnownTags.Method] = "method",
        [WellKnownTags.Module] = "module",
        [WellKnownTags.Namespace] = "namespace",
        [WellKnownTags.Operator] = "operator",
        [WellKnownTags.Parameter] = "parameter",
        [WellKnownTags.Property] = "property",
        [WellKnownTags.RangeVariable] = "variable",
        [WellKnownTags.Structure] = "struct",
        [WellKnownTags.TypeParameter] = "type",
    };

    /// <summary>The kind of an item, in one word.</summary>
    public static string Of(CompletionItem item) =>
        item.Tags.Select(tag => Words.GetValueOrDefault(tag)).FirstOrDefault(word => word is not null) ?? Other;
}
