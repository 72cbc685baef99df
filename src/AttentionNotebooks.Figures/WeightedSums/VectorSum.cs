using System.Globalization;

namespace AttentionNotebooks;

/// <summary>Vectors that add up to another, as rows: how much each counts, what it is, what it adds, and the sum so far.</summary>
internal sealed class VectorSum
{
    /// <summary>Longer vectors are not told in a tooltip.</summary>
    private const int ToldEntries = 12;

    private readonly SumHeadings headings;
    private readonly IReadOnlyList<SumPart> parts;
    private readonly double amount;
    private readonly double[] output;

    /// <param name="headings">What the columns are called.</param>
    /// <param name="parts">The addends in the order in which they are added.</param>
    /// <param name="amount">The amount of the sum: of all weights, or the length of the output.</param>
    /// <param name="output">The sum, as the engine has it.</param>
    internal VectorSum(SumHeadings headings, IReadOnlyList<SumPart> parts, double amount, double[] output)
    {
        this.headings = headings;
        this.parts = parts;
        this.amount = amount;
        this.output = output;
    }

    internal int VectorLength => Math.Max(output.Length, parts.Max(part => part.Source?.Length ?? 0));

    internal RowChart Chart(string title) =>
        new(
            title,
            [
                new AmountColumn(headings.Amount, [.. parts.Select(part => part.Amount)], amount),
                new VectorColumn(headings.Source, [.. parts.Select(part => part.Source), null]),
                new VectorColumn(headings.Addend, [.. parts.Select(part => part.Addend), null]),
                new VectorColumn("sum so far", [.. RunningSums(), output]),
            ],
            [.. parts.Select(Row), new ChartRow(headings.Output, $"{headings.Output}: {Told(output)}")],
            total: true);

    /// <summary>Label, amount and addend of each part, and the sum, as cells of a text table.</summary>
    internal IReadOnlyList<string[]> Cells()
    {
        NumberFormat amounts = NumberFormat.For(parts.Select(part => part.Amount));
        NumberFormat addends = NumberFormat.For(parts.SelectMany(part => part.Addend).Concat(output));
        return
        [
            ["", headings.Amount, headings.Addend],
            .. parts.Select(part => new[] { part.Label, amounts.Format(part.Amount), Vector(part.Addend, addends) }),
            [headings.Output, amounts.Format(amount), Vector(output, addends)],
        ];
    }

    private ChartRow Row(SumPart part, int index) =>
        new(
            part.Label,
            $"{TokenText.Isolate(part.Label)}: {headings.Amount} {NumberFormat.For([part.Amount]).Format(part.Amount)}, adds {Told(part.Addend)}",
            string.Create(CultureInfo.InvariantCulture, $"p{index}"));

    private IEnumerable<double[]> RunningSums()
    {
        double[] sum = new double[output.Length];
        foreach (SumPart part in parts)
        {
            sum = [.. sum.Zip(part.Addend, (before, addend) => before + addend)];
            yield return sum;
        }
    }

    private static string Told(double[] vector) => Vector([.. vector.Take(ToldEntries)], NumberFormat.For(vector), vector.Length > ToldEntries);

    private static string Vector(double[] vector, NumberFormat format, bool isCut = false) =>
        $"({string.Join(", ", vector.Select(format.Format).Concat(isCut ? ["…"] : Array.Empty<string>()))})";
}
