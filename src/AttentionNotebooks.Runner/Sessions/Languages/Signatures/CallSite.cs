using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AttentionNotebooks.Runner.Sessions.Languages.Signatures;

/// <summary>A call whose arguments are being written.</summary>
/// <param name="Call">The call.</param>
/// <param name="Argument">Which of its arguments the cursor is in, from 0.</param>
/// <param name="Written">The arguments before that one, as far as none has a name.</param>
/// <param name="ArgumentName">The name that this argument gives its parameter; null if it gives none.</param>
internal sealed record CallSite(SyntaxNode Call, int Argument, IReadOnlyList<ExpressionSyntax> Written, string? ArgumentName)
{
    /// <summary>The innermost call in whose parentheses or brackets the cursor stands; null if there is none.</summary>
    public static CallSite? Find(SyntaxNode root, int cursor)
    {
        var token = root.FindToken(cursor);
        if (token.SpanStart >= cursor) token = token.GetPreviousToken();
        return token.Parent?.AncestorsAndSelf()
            .TakeWhile(node => node is not (BlockSyntax or MemberDeclarationSyntax { Parent: not CompilationUnitSyntax }))
            .Select(node => At(node, cursor))
            .FirstOrDefault(site => site is not null);
    }

    private static CallSite? At(SyntaxNode node, int cursor) => node switch
    {
        ArgumentListSyntax list when Holds(list.OpenParenToken, list.CloseParenToken, cursor) => At(list, cursor),
        BracketedArgumentListSyntax list when Holds(list.OpenBracketToken, list.CloseBracketToken, cursor) => At(list, cursor),
        AttributeArgumentListSyntax list when Holds(list.OpenParenToken, list.CloseParenToken, cursor) =>
            new CallSite(list.Parent!, IndexOf(list.Arguments, cursor), [], null),
        _ => null,
    };

    private static CallSite At(BaseArgumentListSyntax list, int cursor)
    {
        var index = IndexOf(list.Arguments, cursor);
        var name = index < list.Arguments.Count ? list.Arguments[index].NameColon?.Name.Identifier.ValueText : null;
        var written = list.Arguments.Take(index).TakeWhile(argument => argument.NameColon is null).Select(argument => argument.Expression);
        return new CallSite(list.Parent!, index, [.. written], name);
    }

    private static bool Holds(SyntaxToken open, SyntaxToken close, int cursor) =>
        open.Span.End <= cursor && (close.IsMissing || cursor <= close.SpanStart);

    private static int IndexOf<T>(SeparatedSyntaxList<T> arguments, int cursor)
        where T : SyntaxNode =>
        arguments.GetSeparators().Count(separator => separator.Span.End <= cursor);
}
