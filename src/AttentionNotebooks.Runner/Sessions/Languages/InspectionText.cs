using System.Text.RegularExpressions;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>Writes an inspection, paragraph by paragraph, in both of its forms.</summary>
internal sealed partial class InspectionText
{
    private readonly List<string> text = [];
    private readonly List<string> markdown = [];

    /// <summary>Adds lines of code.</summary>
    public void AddCode(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n');
        text.Add(lines);
        markdown.Add($"```csharp\n{lines}\n```");
    }

    /// <summary>Adds prose, which has no markup of its own.</summary>
    public void AddProse(string prose)
    {
        var lines = prose.ReplaceLineEndings("\n").Trim();
        if (lines.Length == 0) return;
        text.Add(lines);
        markdown.Add(MarkdownSign().Replace(lines, @"\$0").Replace("\n", "  \n", StringComparison.Ordinal));
    }

    /// <summary>Adds what has been written elsewhere.</summary>
    public void Add(Inspection inspection)
    {
        text.Add(inspection.Text);
        markdown.Add(inspection.Markdown);
    }

    /// <summary>What has been added; null if that is nothing.</summary>
    public Inspection? ToInspection() => text.Count == 0 ? null : new Inspection(string.Join("\n\n", text), string.Join("\n\n", markdown));

    [GeneratedRegex(@"[\\`*_{}\[\]<>()#+!|~$&-]")]
    private static partial Regex MarkdownSign();
}
