using MathNet.Numerics.LinearAlgebra;
using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>How the bias of a projection is told: in words, symbols, shapes, numbers and as a picture. Nothing where there is none.</summary>
internal static class BiasFormulas
{
    /// <summary>Behind the words of a step whose formula has the row of ones.</summary>
    internal const string Words = " A bias b is the same for every token: 1ᵀ is a row of ones.";

    /// <summary>+ b·1ᵀ, behind a product of matrices.</summary>
    internal static Formula[] Symbols<T>(Vector<T>? bias, string name)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => bias is null ? [] : ["+", Sup("b", name), "·", Sup("1", "T")];

    /// <summary>The same as shapes, for example <c> + 4×1 · 1×7</c>.</summary>
    internal static string Shapes<T>(Vector<T>? bias, int tokens)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        bias is null ? "" : $" + {new Shape(bias.Count, 1)} · {new Shape(1, tokens)}";

    /// <summary>+ the first entry, behind the worked first entry of a product.</summary>
    internal static Formula[] FirstEntry<T>(Vector<T>? bias)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => bias is null ? [] : ["+", Entries.Of(bias).Factor(0)];

    internal static MatrixFigure[] Pictures<T>(Vector<T>? bias, string name, string symbol)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => bias is null ? [] : [bias.Figure(name, symbol)];
}
