using System.Text;

namespace AttentionNotebooks;

/// <summary>A matrix as LaTeX, with the digits of its picture. Labels are left out: a <c>bmatrix</c> has no place for them.</summary>
internal static class MatrixLaTeX
{
    internal static string Of(MatrixView view)
    {
        NumberFormat format = MatrixSummary.Of(view.Stored()).Format;
        StringBuilder latex = new("\\begin{bmatrix}\n");
        for (int row = 0; row < view.Shape.Rows; row++)
        {
            int line = row;
            latex.AppendJoin(" & ", Enumerable.Range(0, view.Shape.Columns).Select(column => Number(view[line, column], format))).Append(" \\\\\n");
        }

        return latex.Append("\\end{bmatrix}").ToString();
    }

    private static string Number(Entry entry, NumberFormat format)
    {
        string real = Number(format.Format(entry.Real));
        if (entry.Imaginary is not { } part) return real;
        string imaginary = Number(format.Format(part));
        return imaginary.StartsWith('-') ? $"{real} - {imaginary[1..]}\\mathrm{{i}}" : $"{real} + {imaginary}\\mathrm{{i}}";
    }

    private static string Number(string text)
    {
        string number = text.Replace("−", "-").Replace("∞", "\\infty").Replace("NaN", "\\mathrm{NaN}");
        int exponent = number.IndexOf('e');
        return exponent < 0 ? number : $"{number[..exponent]} \\times 10^{{{number[(exponent + 1)..].TrimStart('+')}}}";
    }
}
