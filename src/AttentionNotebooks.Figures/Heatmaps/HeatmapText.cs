using System.Globalization;
using System.Text;

namespace AttentionNotebooks;

/// <summary>A heatmap for a terminal: numbers with their shades where one head fits its width, shades alone head by head elsewhere.</summary>
internal static class HeatmapText
{
    private const string Shades = " ░▒▓█";
    private const string NegativeShades = " ·-=≡";
    private const string SumLabel = "Σ keys";
    private const int NumberWidth = 7;

    internal static string Write(Func<int, HeatmapData> binned, string title, int width, bool hasSums = false)
    {
        HeatmapData data = binned(HeatmapAxis.GreatestLength);
        StringBuilder text = new(title);
        text.AppendLine().AppendLine("row = key, column = query");
        int labels = Enumerable.Range(0, data.Keys.Length).Max(key => TextWidth.Of(data.Keys.Short(key)));
        if (hasSums) labels = Math.Max(labels, SumLabel.Length);
        if (data.Panels.Count == 1 && !data.IsBinned && labels + (data.Queries.Length * (NumberWidth + 1)) <= width) AppendNumbers(text, data, hasSums, labels, width);
        else AppendShades(text, binned, data.Keys.Tokens, hasSums, labels, width);
        return text.ToString().TrimEnd();
    }

    private static void AppendNumbers(StringBuilder text, HeatmapData data, bool hasSums, int labels, int width)
    {
        int longest = Enumerable.Range(0, data.Queries.Length).Max(query => TextWidth.Of(data.Queries.Short(query)));
        int column = Math.Clamp(longest, NumberWidth, ((width - labels) / data.Queries.Length) - 1);
        AppendScales(text, data, cell: 1);
        text.AppendLine(data.Panels[0].Caption).Append(' ', labels);
        for (int query = 0; query < data.Queries.Length; query++) text.Append(' ').Append(TextWidth.Fit(data.Queries.Short(query), column, right: true));
        text.AppendLine();
        for (int key = 0; key < data.Keys.Length; key++)
        {
            text.Append(TextWidth.Fit(data.Keys.Short(key), labels));
            for (int query = 0; query < data.Queries.Length; query++)
            {
                double weight = data.Panels[0].Cells[key, query];
                text.Append(' ').Append(WeightNumber.Short(weight, data.Greatest).PadLeft(column - 1)).Append(Shade(weight, data.Greatest));
            }

            while (text[^1] == ' ') text.Length--;
            text.AppendLine();
        }

        if (!hasSums) return;
        double[] sums = data.Panels[0].Sums;
        text.Append(TextWidth.Fit(SumLabel, labels));
        foreach (double sum in sums) text.Append(' ').Append(WeightNumber.Short(sum, sums.Max()).PadLeft(column - 1)).Append(' ');
    }

    private static void AppendShades(StringBuilder text, Func<int, HeatmapData> binned, int keys, bool hasSums, int labels, int width)
    {
        int numbers = (keys - 1).ToString(CultureInfo.InvariantCulture).Length;
        int margin = numbers + 1 + labels + 1;
        HeatmapData data = binned(Math.Min(HeatmapAxis.GreatestLength, Math.Max(1, width - margin - 2)));
        int cell = margin + 2 + (2 * data.Queries.Length) <= width ? 2 : 1;
        AppendLegend(text, data, cell);
        foreach (HeatmapPanelData panel in data.Panels)
        {
            text.AppendLine().AppendLine(panel.Note.Length == 0 ? panel.Caption : $"{panel.Caption}: {panel.Note}").Append(' ', margin + 1);
            for (int query = 0; query < data.Queries.Length; query++) text.Append(TextWidth.Fit(LastDigit(query), cell));
            text.AppendLine();
            for (int key = 0; key < data.Keys.Length; key++)
            {
                string number = (key * data.Keys.BinSize).ToString(CultureInfo.InvariantCulture).PadLeft(numbers);
                text.Append(number).Append(' ').Append(TextWidth.Fit(data.Keys.HasLabels ? data.Keys.Short(key) : "", labels)).Append(" |");
                for (int query = 0; query < data.Queries.Length; query++) text.Append(Shade(panel.Cells[key, query], data.Greatest), cell);
                text.AppendLine("|");
            }

            if (hasSums) text.Append(' ', margin).AppendLine($"{SumLabel}: from {WeightNumber.Exact(panel.Sums.Min())} to {WeightNumber.Exact(panel.Sums.Max())}");
        }
    }

    private static void AppendLegend(StringBuilder text, HeatmapData data, int cell)
    {
        AppendScales(text, data, cell);
        if (data.IsBinned) text.AppendLine($"Each cell shows the greatest of {data.Keys.BinSize} keys × {data.Queries.BinSize} queries.");
        if (!data.Queries.HasLabels) return;
        IEnumerable<string> queries = Enumerable.Range(0, data.Queries.Length)
            .Select(query => string.Create(CultureInfo.InvariantCulture, $"{query * data.Queries.BinSize} {data.Queries.Short(query)}"));
        text.Append("queries: ").AppendJoin(", ", queries).AppendLine();
    }

    private static void AppendScales(StringBuilder text, HeatmapData data, int cell)
    {
        AppendScale(text, $"{data.Noun[..^1]} 0", Shades, data.Greatest, cell);
        if (data.HasNegative) AppendScale(text, "below zero 0", NegativeShades, -data.Greatest, cell);
    }

    private static void AppendScale(StringBuilder text, string start, string shades, double end, int cell)
    {
        text.Append(start).Append(" [");
        foreach (char shade in shades) text.Append(shade, cell);
        text.Append("] ").AppendLine(WeightNumber.Exact(end));
    }

    private static string LastDigit(int number) => (number % 10).ToString(CultureInfo.InvariantCulture);

    private static char Shade(double weight, double greatest) =>
        (weight < 0 ? NegativeShades : Shades)[greatest > 0 ? (int)Math.Round(Math.Abs(weight) / greatest * (Shades.Length - 1)) : 0];
}
