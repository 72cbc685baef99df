namespace AttentionNotebooks.ContactSheet.Hosts;

/// <summary>Outputs of a notebook in Visual Studio Code: colours as variables, tables striped, and always a light colour scheme reported.</summary>
internal static class VisualStudioCode
{
    internal static readonly Host Light = new("vscode-light", Style("#ffffff", "#3b3b3b", "#005fb8"), Body: "class=\"vscode-light\" data-vscode-theme-kind=\"vscode-light\"");

    internal static readonly Host Dark = new("vscode-dark", Style("#1f1f1f", "#cccccc", "#0078d4"), Body: "class=\"vscode-dark\" data-vscode-theme-kind=\"vscode-dark\"");

    private static string Style(string background, string foreground, string accent) =>
        $$"""
        :root {
          --vscode-editor-background: {{background}}; --vscode-editor-foreground: {{foreground}}; --vscode-foreground: {{foreground}};
          --vscode-focusBorder: {{accent}}; --vscode-textLink-foreground: {{accent}}; --vscode-font-size: 13px; --vscode-font-family: system-ui, sans-serif;
        }
        html { background: var(--vscode-editor-background) }
        body { color: var(--vscode-editor-foreground); font: var(--vscode-font-size) var(--vscode-font-family); margin: 0; padding: 0 20px }
        img { max-width: 100%; max-height: 100% }
        .output { overflow-x: auto }
        table, thead, tr, th, td, tbody { border: none; border-color: transparent; border-spacing: 0; border-collapse: collapse }
        table, th, tr { vertical-align: middle; text-align: right }
        thead { font-weight: bold; background-color: rgba(130, 130, 130, 0.16) }
        th, td { padding: 4px 8px }
        tr:nth-child(even) { background-color: rgba(130, 130, 130, 0.08) }
        tbody th { font-weight: normal }
        """;
}
