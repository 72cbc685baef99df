using System.Xml.Linq;
using Plotly.NET;

namespace AttentionNotebooks;

/// <summary>A Plotly.NET chart as HTML for a notebook: the chart's data and a script that draws it, with plotly.js from the package.</summary>
/// <remarks>Plotly.NET's own HTML either loads no plotly.js or names a CDN, and it lets a label end the script element.</remarks>
internal static class ChartHtml
{
    private const string Missing = "This chart needs plotly.js, which the first chart of a session brings: run the notebook from its start in a new session.";

    /// <summary>
    /// Draws as soon as plotly.js is there; the library may stand in an output that the page adds later. What is transparent is written in the
    /// page's own colour, unless the chart has one.
    /// </summary>
    private const string DrawScript =
        """
        (function () {
          var chart = document.getElementById('{id}'), figure = {figure}, layout = figure.layout, tries = 0;
          if (layout.paper_bgcolor === '{transparent}') layout.font = Object.assign({ color: getComputedStyle(chart).color }, layout.font);
          (function draw() {
            if (window.Plotly) { chart.textContent = ''; window.Plotly.newPlot(chart, figure.data, figure.layout, figure.config); }
            else if (tries++ < 100) { window.setTimeout(draw, 100); }
          })();
        })();
        """;

    /// <summary>Keeps plotly.js from registering with a module loader of the page, so that it sets the global that charts look for.</summary>
    private const string LibraryScript = "(function (define, module, exports) {\n{library}\n}).call(window);";

    /// <summary>The chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="number">Which chart of the session this is: two charts with the same data need two ids.</param>
    /// <param name="withLibrary">True: plotly.js comes along.</param>
    internal static string Of(GenericChart chart, int number, bool withLibrary)
    {
        (XElement place, string draw) = Parts(chart, number);
        return $"<div>{(withLibrary ? Script(Library()) : "")}{Html.Render(place)}{Script(draw)}</div>";
    }

    /// <summary>A page of its own with the chart and plotly.js.</summary>
    internal static string PageOf(GenericChart chart)
    {
        (XElement place, string draw) = Parts(chart, number: 1);
        string page = Html.Render(Page.Of(Html.Element("main", place), TitleOf(chart)));
        return "<!DOCTYPE html>\n" + page.Insert(page.LastIndexOf("</body>", StringComparison.Ordinal), Script(Library()) + Script(draw));
    }

    private static (XElement Place, string Draw) Parts(GenericChart chart, int number)
    {
        string figure = GenericChart.toJson(chart);
        string id = $"chart-{number}-{StableHash.Of(figure):x8}";
        XElement place = Html.Element(
            "div",
            Html.Attribute("id", id),
            Html.Attribute("class", "attention-chart"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", TitleOf(chart)),
            Missing);
        string draw = DrawScript
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{transparent}", ChartLayout.Transparent, StringComparison.Ordinal)
            .Replace("{figure}", Escape(figure), StringComparison.Ordinal);
        return (place, draw);
    }

    /// <summary>The chart's own title, where it has one.</summary>
    private static string TitleOf(GenericChart chart)
    {
        object? title = GenericChart.getLayout(chart).TryGetPropertyValue("title")?.Value;
        return ((title as Title)?.TryGetPropertyValue("text")?.Value as string ?? title as string ?? "Chart").Replace("<br>", " ", StringComparison.Ordinal);
    }

    private static string Script(string body) => $"<script>{body}</script>";

    /// <summary>In JSON a less-than sign stands only inside strings, where its escape means the same; so no string can end the script.</summary>
    private static string Escape(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Library()
    {
        string name = typeof(GenericChart).Assembly.GetManifestResourceNames().Single(name => name.EndsWith(".min.js", StringComparison.Ordinal));
        using StreamReader reader = new(typeof(GenericChart).Assembly.GetManifestResourceStream(name)!);
        return LibraryScript.Replace("{library}", reader.ReadToEnd(), StringComparison.Ordinal);
    }
}
