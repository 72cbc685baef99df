using System.Globalization;
using System.Numerics;
using MathNet.Numerics;

namespace AttentionNotebooks;

/// <summary>The element types of MathNet.</summary>
internal static class Element
{
    private static readonly object[] Known =
    [
        new Element<double>(value => new Entry(value), Exact),
        new Element<float>(value => new Entry(value), Exact),
        new Element<Complex>(value => new Entry(value.Real, value.Imaginary), value => Exact(Exact(value.Real), Exact(value.Imaginary))),
        new Element<Complex32>(value => new Entry(value.Real, value.Imaginary), value => Exact(Exact(value.Real), Exact(value.Imaginary))),
    ];

    internal static Element<T> Of<T>() =>
        Known.OfType<Element<T>>().FirstOrDefault()
            ?? throw new NotSupportedException($"The entries must be double, float, Complex or Complex32: they are {typeof(T).Name}.");

    private static string Exact<T>(T value)
        where T : IFormattable => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Exact(string real, string imaginary) => $"{real}{(imaginary.StartsWith('-') ? "" : "+")}{imaginary}i";
}

/// <summary>How to read a number of one element type.</summary>
/// <param name="Read">The number as pictures take it.</param>
/// <param name="Exact">The shortest text that gives the same number when it is read; <c>a+bi</c> for a complex number.</param>
internal sealed record Element<T>(Func<T, Entry> Read, Func<T, string> Exact);
