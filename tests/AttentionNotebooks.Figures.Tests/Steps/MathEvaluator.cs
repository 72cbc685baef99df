using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace AttentionNotebooks.Figures.Tests.Steps;

/// <summary>Computes what a MathML formula of plain numbers says.</summary>
internal sealed class MathEvaluator
{
    private readonly string text;
    private int place;

    private MathEvaluator(string text) => this.text = text;

    internal static double Of(IElement math)
    {
        MathEvaluator evaluator = new(Linear(math).TrimStart('='));
        double value = evaluator.Sum();
        return evaluator.place == evaluator.text.Length ? value : throw new FormatException($"Left over: {evaluator.text[evaluator.place..]} of {evaluator.text}");
    }

    private static string Linear(IElement element) => element.LocalName switch
    {
        "mfrac" => $"(({Linear(element.Children[0])})/({Linear(element.Children[1])}))",
        "msqrt" => $"sqrt({Children(element)})",
        "mn" or "mi" or "mo" => element.TextContent.Replace("\u2061", "", StringComparison.Ordinal),
        _ => Children(element),
    };

    private static string Children(IElement element)
    {
        StringBuilder result = new();
        foreach (IElement child in element.Children) result.Append(Linear(child));
        string linear = result.ToString();
        return linear.StartsWith('|') && linear.EndsWith('|') ? $"abs({linear[1..^1]})" : linear;
    }

    private double Sum()
    {
        double sum = Product();
        while (true)
        {
            if (Take('+')) sum += Product();
            else if (Take('−')) sum -= Product();
            else return sum;
        }
    }

    private double Product()
    {
        double product = Factor();
        while (true)
        {
            if (Take('·')) product *= Factor();
            else if (Take('/')) product /= Factor();
            else return product;
        }
    }

    private double Factor()
    {
        if (Take('−')) return -Factor();
        if (Take('∞')) return double.PositiveInfinity;
        if (Take('(')) return Close(Sum());
        int start = place;
        if (char.IsLetter(text[place])) return Call();
        while (place < text.Length && (char.IsDigit(text[place]) || text[place] is '.' or 'e')) place++;
        return double.Parse(text.AsSpan(start, place - start), CultureInfo.InvariantCulture);
    }

    private double Call()
    {
        int start = place;
        while (char.IsLetter(text[place])) place++;
        string name = text[start..place];
        if (!Take('(')) throw new FormatException($"No argument: {text}");
        double first = Sum();
        return Close(name switch
        {
            "exp" => Math.Exp(first),
            "tanh" => Math.Tanh(first),
            "cos" => Math.Cos(first),
            "sin" => Math.Sin(first),
            "sqrt" => Math.Sqrt(first),
            "abs" => Math.Abs(first),
            "max" when Take(',') => Math.Max(first, Sum()),
            _ => throw new FormatException($"Unknown: {name}"),
        });
    }

    private double Close(double value) => Take(')') ? value : throw new FormatException($"Not closed at {place}: {text}");

    private bool Take(char character)
    {
        if (place >= text.Length || text[place] != character) return false;
        place++;
        return true;
    }
}
