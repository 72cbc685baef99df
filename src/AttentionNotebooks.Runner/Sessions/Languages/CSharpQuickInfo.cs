using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.QuickInfo;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>Tells what a name in C# is: its declaration and its documentation.</summary>
internal static class CSharpQuickInfo
{
    /// <summary>Describes what stands at the cursor; null where nothing is known.</summary>
    public static async Task<Inspection?> InspectAsync(Document document, int cursor, CancellationToken cancellationToken)
    {
        var service = QuickInfoService.GetService(document)!;
        var info = await service.GetQuickInfoAsync(document, cursor, cancellationToken).ConfigureAwait(false);
        if (info is null || info.Sections.IsEmpty) return null;
        var text = new InspectionText();
        foreach (var section in info.Sections.Where(section => section.Text.Length > 0))
        {
            if (section.Kind == QuickInfoSectionKinds.Description) text.AddCode(section.Text);
            else text.AddProse(section.Text);
        }

        return text.ToInspection();
    }
}
