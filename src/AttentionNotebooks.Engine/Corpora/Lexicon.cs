namespace AttentionNotebooks;

/// <summary>The words that several grammars share.</summary>
internal static class Lexicon
{
    internal static readonly string[] Names = Words("Anna Ben Clara David Emma Felix Grace Henry Ida Jack Kate Leo Mary Noah Olga Paul");

    internal static readonly string[] Places = Words("park garden street school market harbour");

    internal static readonly string[] Days = Words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");

    internal static string[] Words(string list) => list.Split(' ');
}
