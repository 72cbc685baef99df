using Microsoft.Playwright;

namespace AttentionNotebooks.ContactSheet.Hosts;

/// <summary>Outputs of a notebook in JupyterLab: colours as variables, tables striped and centred, pictures as wide as there is room.</summary>
/// <remarks>The theme is the notebook's, the reported colour scheme the machine's: each theme is shown where they differ.</remarks>
internal static class JupyterLab
{
    internal static readonly Host Light = new(
        "jupyterlab-light", Style("white", "#f5f5f5", "rgba(0, 0, 0, 0.87)", "#bdbdbd", "#2196f3"), ColorScheme.Dark, "data-jp-theme-light=\"true\"", Classes);

    internal static readonly Host Dark = new(
        "jupyterlab-dark", Style("#111111", "#212121", "rgba(255, 255, 255, 1)", "#616161", "#2196f3"), ColorScheme.Light, "data-jp-theme-light=\"false\"", Classes);

    private const string Classes = "jp-OutputArea-output jp-RenderedHTML jp-RenderedHTMLCommon";

    private static string Style(string layout, string row, string text, string border, string accent) =>
        $$"""
        :root {
          --jp-layout-color0: {{layout}}; --jp-layout-color1: {{row}}; --jp-rendermime-table-row-background: {{row}}; --jp-rendermime-table-row-hover-background: rgba(3, 169, 244, 0.2);
          --jp-content-font-color1: {{text}}; --jp-ui-font-color1: {{text}}; --jp-border-color1: {{border}}; --jp-brand-color1: {{accent}};
          --jp-content-font-size1: 14px; --jp-content-line-height: 1.6; --jp-ui-font-size1: 13px; --jp-content-font-family: system-ui, sans-serif;
        }
        html { background: var(--jp-layout-color0) }
        body { margin: 10px; color: var(--jp-content-font-color1); font: var(--jp-ui-font-size1) var(--jp-content-font-family) }
        .jp-RenderedHTMLCommon {
          color: var(--jp-content-font-color1); font-family: var(--jp-content-font-family); font-size: var(--jp-content-font-size1);
          line-height: var(--jp-content-line-height); padding-right: 20px; overflow-x: auto;
        }
        .jp-RenderedHTMLCommon table {
          border-collapse: collapse; border-spacing: 0; border: none; color: var(--jp-ui-font-color1); font-size: var(--jp-ui-font-size1);
          table-layout: fixed; margin-left: auto; margin-bottom: 1em; margin-right: auto;
        }
        .jp-RenderedHTMLCommon thead { border-bottom: 1px solid var(--jp-border-color1); vertical-align: bottom }
        .jp-RenderedHTMLCommon :is(td, th, tr) { vertical-align: middle; padding: 0.5em; line-height: normal; white-space: normal; max-width: none; border: none; text-align: right }
        .jp-RenderedHTMLCommon th { font-weight: bold }
        .jp-RenderedHTMLCommon tbody tr:nth-child(odd) { background: var(--jp-layout-color0) }
        .jp-RenderedHTMLCommon tbody tr:nth-child(even) { background: var(--jp-rendermime-table-row-background) }
        .jp-RenderedHTMLCommon tbody tr:hover { background: var(--jp-rendermime-table-row-hover-background) }
        .jp-RenderedHTMLCommon p { text-align: left; margin: 0 0 1em }
        .jp-RenderedHTMLCommon ul { padding-left: 2em; list-style: disc; margin-bottom: 1em }
        .jp-RenderedHTMLCommon :is(img, svg) { max-width: 100%; height: auto }
        """;
}
