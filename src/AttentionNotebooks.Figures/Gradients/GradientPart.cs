using System.Numerics;

namespace AttentionNotebooks;

/// <summary>One matrix of attention beside its gradient, with the formula of the chain rule.</summary>
internal sealed record GradientPart
{
    internal required AttentionQuantity Quantity { get; init; }

    /// <summary>What the matrix is, for example <c>Values</c>.</summary>
    internal required string Title { get; init; }

    /// <summary>What happens, in one plain sentence.</summary>
    internal required string Words { get; init; }

    internal required Formula Headline { get; init; }

    /// <summary>The formula entry by entry, where the headline does not say all.</summary>
    internal IReadOnlyList<Formula[]> Formulas { get; init; } = [];

    internal required Shape Shape { get; init; }

    internal required Figure Value { get; init; }

    internal required Figure Gradient { get; init; }

    /// <summary>The root of the sum of the squares of the gradient (Frobenius).</summary>
    internal required double Norm { get; init; }

    /// <summary>The greatest magnitude of an entry of the gradient.</summary>
    internal required double Greatest { get; init; }

    internal static GradientPart Of<T>(AttentionQuantity quantity, LabelledMatrix<T> value, LabelledMatrix<T> gradient, string words, Formula headline, params Formula[][] formulas)
        where T : unmanaged, IFloatingPointIeee754<T> => new()
        {
            Quantity = quantity,
            Title = value.Name,
            Words = words,
            Headline = headline,
            Formulas = formulas,
            Shape = gradient.Shape,
            Value = value.Figure(),
            Gradient = gradient.Figure(),
            Norm = gradient.Values.FrobeniusNorm(),
            Greatest = double.CreateChecked(gradient.Values.Enumerate().Max(T.Abs)),
        };
}
