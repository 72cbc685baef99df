using System.Text;
using Microsoft.CodeAnalysis;

namespace AttentionNotebooks.Runner.Sessions.Languages.Signatures;

/// <summary>The declaration of a method, constructor or indexer in one line, and the place of one parameter in it.</summary>
internal sealed class SignatureLine
{
    private static readonly SymbolDisplayFormat OwnerFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType)
        .WithKindOptions(SymbolDisplayKindOptions.None);

    private static readonly SymbolDisplayFormat ParameterFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    private readonly string line;
    private readonly (int Start, int Length) marked;

    /// <summary>Writes the declaration as it would stand at the position, where some names need no namespace.</summary>
    public SignatureLine(ISymbol symbol, IParameterSymbol? active, SemanticModel model, int position)
    {
        var text = new StringBuilder(symbol.ToMinimalDisplayString(model, position, OwnerFormat));
        var isIndexer = symbol is IPropertySymbol;
        text.Append(isIndexer ? '[' : '(');
        var separator = "";
        foreach (var parameter in Overloads.Parameters(symbol))
        {
            text.Append(separator);
            var written = parameter.ToMinimalDisplayString(model, position, ParameterFormat);
            if (SymbolEqualityComparer.Default.Equals(parameter, active)) marked = (text.Length, written.Length);
            text.Append(written);
            separator = ", ";
        }

        line = text.Append(isIndexer ? ']' : ')').ToString();
    }

    /// <summary>The line, and below it a mark under the parameter if there is one.</summary>
    public string WithMark => marked.Length == 0 ? line : $"{line}\n{new string(' ', marked.Start)}{new string('~', marked.Length)}";

    /// <inheritdoc/>
    public override string ToString() => line;
}
