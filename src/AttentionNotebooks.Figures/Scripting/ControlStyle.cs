namespace AttentionNotebooks;

/// <summary>How controls look: like the text around them, with the host's own colour for what is chosen.</summary>
internal static class ControlStyle
{
    /// <summary>A button that looks like text of the page in a frame.</summary>
    internal const string Button = "font:inherit;color:inherit;background:none;border:1px solid #888;border-radius:.8em;padding:.1em .6em;margin:.15em 0";

    /// <summary>The colour of Visual Studio Code, of JupyterLab, or our own.</summary>
    internal const string Accent = "accent-color:var(--vscode-focusBorder,var(--jp-brand-color1,#1f77d0))";
}
