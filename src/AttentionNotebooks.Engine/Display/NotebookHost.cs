using System.Reflection;

namespace AttentionNotebooks;

/// <summary>The one thing that we ask of a notebook's kernel, found by name so that nobody needs to reference it: a display that can be changed.</summary>
internal static class NotebookHost
{
    private static readonly string[] PlainText = ["text/plain"];

    /// <summary>.NET Interactive's, and that of our Runner.</summary>
    private static readonly MethodInfo? DisplayMethod =
        (Type.GetType("System.DisplayExtensions, Microsoft.DotNet.Interactive")
            ?? Type.GetType("AttentionNotebooks.Runner.Scripting.DisplayExtensions, attention-notebooks"))
        ?.GetMethod("Display", [typeof(object), typeof(string[])]);

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
