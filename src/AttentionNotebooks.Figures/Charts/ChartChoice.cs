using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>One of a chart's traces that the reader can choose to see, alone.</summary>
/// <param name="Number">The number of its head or its layer.</param>
/// <param name="Title">The chart's title while it is seen.</param>
internal sealed record ChartChoice(int Number, string Title)
{
    private const string Method = "update";

    /// <summary>A drop-down beside the title, so many pixels above the plot.</summary>
    internal static Layout DropDown(IReadOnlyList<ChartChoice> choices, Layout layout, int above)
    {
        UpdateMenu menu = new UpdateMenu()
            .With("type", "dropdown")
            .With("x", 1).With("xanchor", "right").With("y", 1).With("yanchor", "bottom").With("pad", new { b = above })
            .With("bgcolor", "#f2f2f2").With("bordercolor", "#767676")
            .With("font", new { color = "#1a1a1a" })
            .With("buttons", choices.Select((choice, index) => new UpdateMenuButton().With("label", $"head {choice.Number}").With("method", Method).With("args", choice.Changes(index, choices.Count))).ToArray());
        return layout.With("updatemenus", new[] { menu });
    }

    /// <summary>A slider below the chart.</summary>
    internal static Layout Slider(IReadOnlyList<ChartChoice> choices, Layout layout, int _)
    {
        Slider slider = new Slider()
            .With("active", 0)
            .With("pad", new { t = 70 })
            .With("currentvalue", new { prefix = "layer " })
            .With("bgcolor", "#767676").With("bordercolor", "#767676").With("activebgcolor", "#1f77d0")
            .With("steps", choices.Select((choice, index) => new SliderStep().With("label", $"{choice.Number}").With("method", Method).With("args", choice.Changes(index, choices.Count))).ToArray());
        return layout.With("sliders", new[] { slider });
    }

    private object[] Changes(int index, int count) =>
        [
            new Dictionary<string, object> { ["visible"] = Enumerable.Range(0, count).Select(other => other == index).ToArray() },
            new Dictionary<string, object> { ["title.text"] = Title },
        ];
}
