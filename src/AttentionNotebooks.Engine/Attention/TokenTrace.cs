using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Attention for one token, step by step: the vector view.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// qʲ = W^q aʲ, kⁱ = W^k aⁱ, vⁱ = W^v aⁱ, each plus its bias where the head has one; step 1: α_{j,i} = score(qʲ, kⁱ); step 2: α′_{j,·} = normalise(α_{j,·}); step 3: bʲ = Σᵢ α′_{j,i} vⁱ.
/// It takes nothing from the matrix view but the head and the input: each vector is computed by itself with MathNet's operators.
/// </remarks>
public sealed class TokenTrace<T> : EngineResult
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    internal TokenTrace(AttentionTrace<T> trace, int index)
    {
        SelfAttention<T> attention = trace.Attention;
        IReadOnlyList<string>? tokens = trace.Source.ColumnLabels;
        Vector<T>[] inputs = [.. trace.Source.Values.EnumerateColumns()];
        Vector<T>[] keys = [.. inputs.Select((a, i) => Turn(Project(attention.KeyWeights, attention.KeyBias, a), i))];
        Vector<T>[] values = [.. inputs.Select(a => Project(attention.ValueWeights, attention.ValueBias, a))];
        Vector<T> query = Turn(Project(attention.QueryWeights, attention.QueryBias, trace.Input.Values.Column(index)), index);

        Index = index;
        Attention = attention;
        Token = trace.Input.ColumnLabels?[index] ?? $"{index}";
        Query = new LabelledVector<T>(query, $"Query of '{Token}'", "q");
        Keys = Table(keys, "Keys", "k");
        Values = Table(values, "Values", "v");

        Vector<T> scores = Vector<T>.Build.Dense(keys.Length, i => ScoreOf(i));
        Vector<T> weights = attention.Normalisation.Apply(scores);
        Vector<T>[] addends = [.. values.Select((v, i) => v * weights[i])];

        Scores = new LabelledVector<T>(scores, $"Scores of '{Token}'", "α", tokens);
        Weights = new LabelledVector<T>(weights, $"Weights of '{Token}'", "α′", tokens);
        Addends = Table(addends, "Addends", "α′v");
        Output = new LabelledVector<T>(addends.Aggregate((sum, addend) => sum + addend), $"Output of '{Token}'", "b");

        Vector<T> Project(Matrix<T> weights, Vector<T>? bias, Vector<T> token) => bias is null ? weights * token : (weights * token) + bias;
        Vector<T> Turn(Vector<T> vector, int position) => attention.Rotary is null ? vector : attention.Rotary.Apply(vector, position);
        LabelledMatrix<T> Table(Vector<T>[] columns, string name, string symbol) =>
            new(Matrix<T>.Build.DenseOfColumnVectors(columns), name, symbol, columnLabels: tokens);
        T ScoreOf(int key) => trace.Mask.Allows(key, index) ? attention.Score.Of(query, keys[key]) + Bias(key) : T.NegativeInfinity;
        T Bias(int key) => attention.Alibi is null ? T.Zero : T.CreateChecked(attention.Alibi.Bias(0, key, index));
    }

    /// <summary>j, the position of the token, from 0.</summary>
    public int Index { get; }

    /// <summary>The token, or its position where the input has no labels.</summary>
    public string Token { get; }

    /// <summary>The head.</summary>
    public SelfAttention<T> Attention { get; }

    /// <summary>qʲ, q entries; turned by its position where the head has rotary positions.</summary>
    public LabelledVector<T> Query { get; }

    /// <summary>kⁱ as columns, q×n_k; turned by their positions where the head has rotary positions.</summary>
    public LabelledMatrix<T> Keys { get; }

    /// <summary>vⁱ as columns, v×n_k.</summary>
    public LabelledMatrix<T> Values { get; }

    /// <summary>Step 1: α_{j,i}, one entry a key; −∞ where the mask forbids.</summary>
    public LabelledVector<T> Scores { get; }

    /// <summary>Step 2: α′_{j,i}, one entry a key.</summary>
    public LabelledVector<T> Weights { get; }

    /// <summary>Step 3, before the sum: column i is α′_{j,i}·vⁱ, v×n_k.</summary>
    public LabelledMatrix<T> Addends { get; }

    /// <summary>Step 3: bʲ, the sum of the addends, v entries.</summary>
    public LabelledVector<T> Output { get; }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);
}
