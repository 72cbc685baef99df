using System.Numerics;
using System.Runtime.CompilerServices;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.DotNet.Interactive.Formatting;

namespace AttentionNotebooks.Hosts;

/// <summary>Registers what .NET Interactive shows for types that are not ours.</summary>
internal static class Formatters
{
    private static int charts;

    internal static void Register()
    {
        RegisterNumbers<double>();
        RegisterNumbers<float>();
        RegisterNumbers<Complex>();
        RegisterNumbers<Complex32>();
        RegisterCharts();
    }

    /// <summary>A method of its own, so that numbers have their formatters even where Plotly.NET cannot be loaded.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RegisterCharts()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(Plotly.NET.GenericChart), HtmlFormatter.MimeType);
        Formatter.Register<Plotly.NET.GenericChart>(ChartAsHtml, HtmlFormatter.MimeType);
    }

    private static void RegisterNumbers<T>()
        where T : struct, IEquatable<T>, IFormattable
    {
        RegisterFigure<Matrix<T>>(matrix => matrix.Figure());
        RegisterFigure<MathNet.Numerics.LinearAlgebra.Vector<T>>(vector => vector.Figure());
    }

    private static void RegisterFigure<TValue>(Func<TValue, Displayable> draw)
    {
        Formatter.SetPreferredMimeTypesFor(typeof(TValue), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
        Formatter.Register<TValue>(value => draw(value).ToHtml(), HtmlFormatter.MimeType);
        Formatter.Register<TValue>(value => draw(value).ToString(), PlainTextFormatter.MimeType);
    }

    /// <summary>The first chart of a session brings plotly.js; the others find it on the page.</summary>
    private static string ChartAsHtml(Plotly.NET.GenericChart chart)
    {
        int number = Interlocked.Increment(ref charts);
        return ChartHtml.Of(chart, number, withLibrary: number == 1);
    }
}
