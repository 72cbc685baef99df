using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>Matrices and labels that the tests share.</summary>
internal static class Examples
{
    internal static readonly string[] HostileLabels =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "&amp;&lt;",
        "שלום עולם",
        "👨‍👩‍👧‍👦 family",
        "Z" + new string('\u0301', 300) + "algo",
        "a\0b\r\nc\u001B[31m",
        "\u202Eevil",
        "\uD800 alone",
        new string('x', 10_000),
        "",
    ];

    internal static Matrix<double> Random(int rows, int columns, double scale = 2, int seed = 1)
    {
        Random random = new(seed);
        return Matrix<double>.Build.Dense(rows, columns, (_, _) => scale * ((2 * random.NextDouble()) - 1));
    }
}
