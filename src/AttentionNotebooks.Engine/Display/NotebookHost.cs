using System.Reflection;

namespace AttentionNotebooks;

/// <summary>The one thing that we ask of a notebook's kernel, found by name so that nobody needs to reference it: a display that can be changed.</summary>
internal static class NotebookHost
{
    private static readonly string[] PlainText = ["text/plain"];

    /// <summary>Where kernels have <c>Display(object, string[])</c>: .NET Interactive of 2026, the one before it, and our Runner.</summary>
    private static readonly string[] Homes =
    [
        "System.DisplayExtensions, Microsoft.DotNet.Interactive.Formatting",
        "System.DisplayExtensions, Microsoft.DotNet.Interactive",
        "AttentionNotebooks.Runner.Scripting.DisplayExtensions, attention-notebooks",
    ];

    private static readonly MethodInfo? DisplayMethod = Homes
        .Select(home => Type.GetType(home)?.GetMethod("Display", [typeof(object), typeof(string[])]))
        .FirstOrDefault(method => method is not null);

    /// <summary>Shows a text below the cell that runs.</summary>
    /// <returns>Puts another text in its place; null where no cell runs.</returns>
    internal static Action<string>? TryDisplay(string text)
    {
        try
        {
            object? displayed = DisplayMethod?.Invoke(null, [text, PlainText]);
            MethodInfo? update = displayed?.GetType().GetMethod("Update", [typeof(object)]);
            return update is null ? null : other => update.Invoke(displayed, [other]);
        }
        catch (TargetInvocationException)
        {
            // The kernel's assembly is there, but no cell runs.
            return null;
        }
    }
}
