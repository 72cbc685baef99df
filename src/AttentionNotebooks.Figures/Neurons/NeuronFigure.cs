using System.Text;
using System.Xml.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Why a key answers a query as it does: the products, one a feature, that add up to the score.</summary>
/// <remarks>
/// Dot products add up qᵢ·kᵢ (and divide by √q where scaled), a bilinear score (Wq)ᵢ·kᵢ, an additive one uᵢ·tanh(W₁q + W₂k)ᵢ. The score is the
/// engine's own; the products are worked out from the vectors. Above 64 features those with the greatest products are shown, and the rest as one sum.
/// </remarks>
public sealed class NeuronFigure : Figure
{
    private readonly NeuronPair pair;
    private readonly NeuronTable table;

    internal NeuronFigure(NeuronPair pair)
    {
        this.pair = pair;
        table = new NeuronTable(pair);
    }

    internal override string Title => $"Neuron view: {pair.Description}";

    /// <summary>The products of a query and a key that come from anywhere.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="query">Query, q entries; finite.</param>
    /// <param name="key">Key, k entries; finite.</param>
    /// <param name="score">How they are held against each other; null: the scaled dot product.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The sizes are not those of the score, or an entry is NaN or infinite.</exception>
    public static NeuronFigure Of<T>(Vector<T> query, Vector<T> key, Score<T>? score = null)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Check.Finite(query);
        Check.Finite(key);
        score ??= Score.ScaledDotProduct<T>();
        score.CheckSizes(query.Count, key.Count, nameof(key));
        return new NeuronFigure(NeuronPair.Of(score, query, key));
    }

    /// <summary>The products, their sum and the score as text.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        table.Write(text);
        return text.ToString();
    }

    internal override XElement Draw() =>
        Html.Element("div", Html.Attribute("role", "group"), Html.Attribute("aria-label", Title), Html.Element("p", Html.Element("strong", Title)), table.Draw());
}
