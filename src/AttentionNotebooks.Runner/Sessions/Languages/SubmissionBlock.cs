using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>
/// Submissions in a row that mean the same when they are read as one: none hides a name of another, none imports anything. The compiler
/// looks a name up in each submission by itself, so a long chain is slow to complete; a chain of blocks is short.
/// </summary>
internal sealed class SubmissionBlock
{
    private const int MostScripts = 32;

    private readonly List<Script> scripts = [];
    private readonly HashSet<string> names = [];

    /// <summary>The last of them.</summary>
    public Script Last => scripts[^1];

    /// <summary>All of them as one.</summary>
    public string Code => string.Join("\n;\n", scripts.Select(script => script.Code));

    /// <summary>Takes the submission in if it fits.</summary>
    public bool TryTake(Script script)
    {
        var fits = scripts.Count == 0
            || (scripts.Count < MostScripts && IsPlain(scripts[0]) && IsPlain(script) && !names.Overlaps(NamesOf(script)));
        if (!fits) return false;
        scripts.Add(script);
        names.UnionWith(NamesOf(script));
        return true;
    }

    private static bool IsPlain(Script script) =>
        script.Options.Imports.IsEmpty
        && script.Options.MetadataReferences.IsEmpty
        && script.GetCompilation().SyntaxTrees.All(tree => IsPlain(tree.GetCompilationUnitRoot()));

    private static bool IsPlain(CompilationUnitSyntax root) =>
        root.Usings.Count == 0 && root.Externs.Count == 0 && !root.ContainsDirectives;

    // Those that the compiler adds, such as .ctor and <Initialize>, are in every submission.
    private static IEnumerable<string> NamesOf(Script script) =>
        script.GetCompilation().ScriptClass!.MemberNames.Where(name => name[0] is not ('.' or '<'));
}
