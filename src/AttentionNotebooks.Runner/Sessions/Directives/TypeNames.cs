using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>Names types as C# does.</summary>
internal static partial class TypeNames
{
    /// <summary>The name of a type, without namespaces and without the class that scripting wraps around a cell's own types.</summary>
    public static string Of(Type type) => Qualifier().Replace(Formatter.ToDisplayString(type, "text/plain"), "");

    [GeneratedRegex(@"\b\w+(#\d+)?[.+](?=\w)")]
    private static partial Regex Qualifier();
}
