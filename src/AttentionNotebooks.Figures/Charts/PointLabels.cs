namespace AttentionNotebooks;

/// <summary>Where the names of points stand, so that none covers another: worked out for a chart as narrow as a telephone, where there is least room.</summary>
/// <remarks>A name finds the first free side of its point; one that finds none is left out, and so is the same name at the same place.</remarks>
internal sealed class PointLabels
{
    private const double PlotWidth = 270;
    private const double PlotHeight = 300;
    private const double FontSize = 12;
    private const double Radius = 6;

    private static readonly (string Name, double Across, double Down)[] Sides =
        [("top center", 0, -1), ("bottom center", 0, 1), ("middle right", 1, 0), ("middle left", -1, 0), ("top right", 1, -1), ("top left", -1, -1), ("bottom right", 1, 1), ("bottom left", -1, 1)];

    private readonly List<Box> taken = [];
    private readonly bool[] isShown;

    /// <param name="x">Where the points are.</param>
    /// <param name="y">Upwards.</param>
    /// <param name="names">One a point.</param>
    internal PointLabels(double[] x, double[] y, IReadOnlyList<string> names)
    {
        double[] across = Scaled(x, PlotWidth), down = Scaled([.. y.Select(value => -value)], PlotHeight);
        taken.AddRange(across.Zip(down, (left, top) => new Box(left - Radius, top - Radius, left + Radius, top + Radius)));
        isShown = new bool[names.Count];
        Positions = new string[names.Count];
        for (int point = 0; point < names.Count; point++)
        {
            Positions[point] = Sides[0].Name;
            bool isNamed = Enumerable.Range(0, point).Any(other => names[other] == names[point] && Box.Around(across[other], down[other], Radius, Radius).Overlaps(Box.Around(across[point], down[point], Radius, Radius)));
            if (!isNamed) Place(point, across[point], down[point], names[point]);
        }

        HasHidden = Enumerable.Range(0, names.Count).Any(point => !isShown[point]);
    }

    /// <summary>On which side of each point its name stands, as plotly.js calls it.</summary>
    internal string[] Positions { get; }

    /// <summary>True where some name is left out.</summary>
    internal bool HasHidden { get; }

    /// <summary>False where a name would cover another, or a point.</summary>
    internal bool IsShown(int point) => isShown[point];

    private void Place(int point, double x, double y, string name)
    {
        double width = PixelWidth.Of(name, FontSize);
        foreach ((string side, double across, double down) in Sides)
        {
            Box box = Box.Around(x + (across * (Radius + (width / 2))), y + (down * (Radius + (FontSize / 2))), width, FontSize);
            if (taken.Any(box.Overlaps)) continue;
            Positions[point] = side;
            taken.Add(box);
            isShown[point] = true;
            return;
        }
    }

    private static double[] Scaled(double[] values, double room)
    {
        double least = values.Min(), range = values.Max() - least;
        return [.. values.Select(value => range > 0 ? (value - least) / range * room : room / 2)];
    }

    /// <summary>A part of the chart, in pixels.</summary>
    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        internal static Box Around(double x, double y, double width, double height) => new(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));

        internal bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
