using System.Diagnostics.CodeAnalysis;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions.Streams;
using Microsoft.AspNetCore.Html;

namespace AttentionNotebooks.Runner.Scripting;

/// <summary>Functions that every cell can call by their bare names.</summary>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "The names that notebooks know from .NET Interactive.")]
public static class CellHelpers
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">The value; null shows as such.</param>
    /// <param name="mimeTypes">In which MIME types; those that the value's type prefers if none is named.</param>
    /// <returns>A handle by which the shown value can be replaced later.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Makes a value that shows as the given HTML.</summary>
    /// <param name="content">HTML, taken as it is.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Takes away what the cell has shown so far.</summary>
    /// <param name="wait">Whether it stays until the next output takes its place, so that nothing flickers.</param>
    public static void ClearOutput(bool wait = false) => ActiveCell.Outputs?.Emit(new ClearOutput(wait));

    /// <summary>Asks the person in front of the notebook for a line of text, and waits for it.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    public static string GetInput(string prompt = "") => GetInputAsync(prompt).GetAwaiter().GetResult();

    /// <summary>Asks the person in front of the notebook for a line of text.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    public static Task<string> GetInputAsync(string prompt = "") => CellQuestion.AskAsync(prompt, isPassword: false);

    /// <summary>Asks the person in front of the notebook for a line of text that is hidden while it is typed.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    public static Task<string> GetPasswordAsync(string prompt = "") => CellQuestion.AskAsync(prompt, isPassword: true);
}
