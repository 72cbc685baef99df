using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AttentionNotebooks.Runner.Sessions.Languages.Signatures;

/// <summary>What a call may mean.</summary>
internal static class Overloads
{
    /// <summary>The methods, constructors or indexers that the call may mean, likeliest first.</summary>
    public static IReadOnlyList<ISymbol> Find(SemanticModel model, CallSite site)
    {
        var chosen = model.GetSymbolInfo(site.Call).Symbol?.OriginalDefinition;
        return
        [
            .. Candidates(model, site.Call)
                .Where(symbol => model.IsAccessible(site.Call.SpanStart, symbol))
                .OrderByDescending(symbol => SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, chosen))
                .ThenByDescending(symbol => Takes(symbol, site))
                .ThenByDescending(symbol => Fit(model, symbol, site))
                .ThenBy(symbol => Parameters(symbol).Length),
        ];
    }

    /// <summary>The parameters of a method, constructor or indexer.</summary>
    public static ImmutableArray<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol indexer => indexer.Parameters,
        _ => [],
    };

    private static bool Takes(ISymbol symbol, CallSite site)
    {
        var parameters = Parameters(symbol);
        return site.Argument < parameters.Length || parameters.LastOrDefault() is { IsParams: true };
    }

    // How well the arguments that are there fit: exactly, after a conversion, or not at all.
    private static int Fit(SemanticModel model, ISymbol symbol, CallSite site) =>
        Parameters(symbol).Zip(site.Written, (parameter, argument) => model.ClassifyConversion(argument, parameter.Type) switch
        {
            { IsIdentity: true } => 2,
            { IsImplicit: true } => 1,
            _ => -10,
        }).Sum();

    private static IEnumerable<ISymbol> Candidates(SemanticModel model, SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => Methods(model, invocation.Expression),
        BaseObjectCreationExpressionSyntax creation => Constructors(model.GetTypeInfo(creation).Type),
        ElementAccessExpressionSyntax access => Indexers(model.GetTypeInfo(access.Expression).Type),
        PrimaryConstructorBaseTypeSyntax type => Constructors(model.GetTypeInfo(type.Type).Type),
        _ => model.GetMemberGroup(call),
    };

    private static ImmutableArray<ISymbol> Methods(SemanticModel model, ExpressionSyntax called)
    {
        var group = model.GetMemberGroup(called);
        if (!group.IsEmpty) return group;
        return model.GetTypeInfo(called).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [];
    }

    private static ImmutableArray<IMethodSymbol> Constructors(ITypeSymbol? type) => type is INamedTypeSymbol named ? named.InstanceConstructors : [];

    private static IEnumerable<ISymbol> Indexers(ITypeSymbol? type)
    {
        if (type is null) return [];
        var inherited = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Prepend(type) : BasesOf(type);
        return inherited.SelectMany(owner => owner.GetMembers()).OfType<IPropertySymbol>().Where(property => property.IsIndexer && !property.IsOverride);
    }

    private static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (ITypeSymbol? owner = type; owner is not null; owner = owner.BaseType) yield return owner;
    }
}
