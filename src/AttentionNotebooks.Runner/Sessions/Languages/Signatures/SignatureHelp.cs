using Microsoft.CodeAnalysis;

namespace AttentionNotebooks.Runner.Sessions.Languages.Signatures;

/// <summary>
/// Tells, in the middle of a call, what the call takes. Roslyn's own signature help is not public; this asks its semantic model for the
/// overloads that the compiler would choose from.
/// </summary>
internal static class SignatureHelp
{
    private const int MostOverloads = 12;

    /// <summary>Describes the call around the cursor; null where there is none.</summary>
    public static async Task<Inspection?> InspectAsync(Document document, int cursor, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (CallSite.Find(root!, cursor) is not { } site) return null;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var overloads = Overloads.Find(model!, site);
        return overloads.Count == 0 ? null : Describe(overloads, site, model!, cancellationToken);
    }

    private static Inspection? Describe(IReadOnlyList<ISymbol> overloads, CallSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        var position = site.Call.SpanStart;
        var active = ActiveParameter(overloads[0], site);
        var lines = overloads.Skip(1).Take(MostOverloads - 1)
            .Select(overload => new SignatureLine(overload, null, model, position).ToString())
            .Prepend(new SignatureLine(overloads[0], active, model, position).WithMark);
        var text = new InspectionText();
        text.AddCode(string.Join('\n', lines));
        if (overloads.Count > MostOverloads) text.AddProse($"and {overloads.Count - MostOverloads} more");
        var documentation = DocumentationText.Of(overloads[0], cancellationToken);
        text.AddProse(documentation.Summary ?? "");
        if (active is not null && documentation.Parameter(active.Name) is { } about) text.AddProse($"{active.Name}: {about}");
        return text.ToInspection();
    }

    private static IParameterSymbol? ActiveParameter(ISymbol symbol, CallSite site)
    {
        var parameters = Overloads.Parameters(symbol);
        if (site.ArgumentName is { } name) return parameters.FirstOrDefault(parameter => parameter.Name == name);
        if (site.Argument < parameters.Length) return parameters[site.Argument];
        return parameters.LastOrDefault() is { IsParams: true } rest ? rest : null;
    }
}
