using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Layers;

public sealed class AttentionLayerTests
{
    private static readonly SentenceSpan[] Sentences = SentenceSpan.Pack([3, 1, 4]);

    private static readonly SentenceSpan[] Sources = SentenceSpan.Pack([2, 5, 1]);

    public static TheoryData<int, bool, PositionKind> Kinds => new()
    {
        { 4, false, PositionKind.None },
        { 4, true, PositionKind.None },
        { 2, true, PositionKind.Rotary },
        { 1, false, PositionKind.Rotary },
        { 2, false, PositionKind.Alibi },
        { 4, true, PositionKind.Alibi },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_OfSelfAttention_AreSlopes(int keyValueHeads, bool isCausal, PositionKind positions)
    {
        AttentionLayer<double> layer = Layer<double>(keyValueHeads, isCausal, positions);
        Matrix<double> input = Samples.DrawMatrix<double>(8, 8, seed: 1), given = Samples.DrawMatrix<double>(8, 8, seed: 2);
        ParameterGradients<double> gradients = new(layer.Parameters);
        using ArrayLoan<double> loan = new();
        Columns<double> inputGradient = Forward(loan).Backward(BothPasses<double>.Columns(given), gradients);
        FiniteDifferences.Agree(inputGradient.AsSpan(), input.AsColumnMajorArray(), Loss, "X");
        foreach (Parameter<double> parameter in layer.Parameters) FiniteDifferences.Agree(gradients[parameter], parameter.Values, Loss, parameter.Name);

        AttentionPass<double> Forward(ArrayLoan<double> lender) => layer.Forward(BothPasses<double>.Columns(input), Sentences, lender);

        double Loss()
        {
            using ArrayLoan<double> own = new();
            return Product(given, Forward(own));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    public void Gradients_OfCrossAttention_AreSlopes(int keyValueHeads)
    {
        AttentionLayer<double> layer = Layer<double>(keyValueHeads);
        Matrix<double> input = Samples.DrawMatrix<double>(8, 8, seed: 1), source = Samples.DrawMatrix<double>(8, 8, seed: 3), given = Samples.DrawMatrix<double>(8, 8, seed: 2);
        ParameterGradients<double> gradients = new(layer.Parameters);
        using ArrayLoan<double> loan = new();
        AttentionPass<double> pass = Forward(loan);
        Columns<double> inputGradient = pass.Backward(BothPasses<double>.Columns(given), gradients);
        FiniteDifferences.Agree(inputGradient.AsSpan(), input.AsColumnMajorArray(), Loss, "X");
        FiniteDifferences.Agree(pass.SourceGradient.AsSpan(), source.AsColumnMajorArray(), Loss, "S");
        foreach (Parameter<double> parameter in layer.Parameters) FiniteDifferences.Agree(gradients[parameter], parameter.Values, Loss, parameter.Name);

        AttentionPass<double> Forward(ArrayLoan<double> lender) =>
            layer.Forward(BothPasses<double>.Columns(input), Sentences, BothPasses<double>.Columns(source), Sources, lender);

        double Loss()
        {
            using ArrayLoan<double> own = new();
            return Product(given, Forward(own));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Sentences_OfABatch_AreThoseOfMultiHeadAttention(int keyValueHeads, bool isCausal, PositionKind positions)
    {
        AttentionLayer<float> layer = Layer<float>(keyValueHeads, isCausal, positions, hasBiases: false);
        MultiHeadAttention<float> expected = Inference(layer, keyValueHeads, positions);
        Matrix<float> input = Samples.DrawMatrix<float>(8, 8, seed: 1);
        using ArrayLoan<float> loan = new();
        Columns<float> output = layer.Forward(BothPasses<float>.Columns(input), Sentences, loan).Output;
        foreach (SentenceSpan sentence in Sentences)
        {
            Matrix<float> own = expected.Attend(input.SubMatrix(0, 8, sentence.First, sentence.Count), mask: isCausal ? AttentionMask.Causal : null);
            Bits.Same<float>(own.AsColumnMajorArray(), output.Part(sentence.First, sentence.Count).AsSpan(), $"sentence at {sentence.First}");
        }
    }

    [Fact]
    public void Output_WithWeightsKept_HasTheSameBits()
    {
        AttentionLayer<float> layer = Layer<float>(keyValueHeads: 2, isCausal: true, PositionKind.Rotary);
        Columns<float> input = BothPasses<float>.Columns(Samples.DrawMatrix<float>(8, 5, seed: 1));
        Matrix<float>[] weights = [.. Enumerable.Range(0, 4).Select(_ => Matrix<float>.Build.Dense(5, 5, float.NaN))];
        using ArrayLoan<float> loan = new();
        Columns<float> alone = layer.Forward(input, SentenceSpan.Pack([5]), loan).Output;
        Columns<float> kept = layer.Forward(input, SentenceSpan.Pack([5]), loan, new HeadProbe<float>([], [weights])).Output;
        Bits.Same<float>(alone.AsSpan(), kept.AsSpan(), "Y");
        Assert.All(weights.SelectMany(head => head.ColumnSums()), sum => Assert.Equal(1, sum, 1e-6));
    }

    [Fact]
    public void Angles_Back_TurnBack()
    {
        RotaryPositions rotary = new();
        RotaryAngles<double> angles = new(rotary.WavelengthBase, 6, 0, 7);
        Matrix<double> vectors = Samples.DrawMatrix<double>(6, 7, seed: 1), turned = vectors.Clone();
        rotary.Rotate(turned.AsColumnMajorArray(), angles);
        Assert.NotEqual(vectors, turned);
        rotary.Rotate(turned.AsColumnMajorArray(), angles.Back());
        Near.Equal(vectors, turned, 1e-15, "vectors");
    }

    private static AttentionLayer<T> Layer<T>(int keyValueHeads, bool isCausal = false, PositionKind positions = PositionKind.None, bool hasBiases = true)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        AttentionLayer<T> layer = new("self_attn", new HeadsRule<T>(new AttentionSizes(8, 4, keyValueHeads), isCausal, positions), hasBiases, new Initialisation(1));
        foreach (Parameter<T> parameter in layer.Parameters)
            Samples.DrawMatrix<T>(parameter.Values.RowCount, parameter.Values.ColumnCount, seed: parameter.Count).CopyTo(parameter.Values);
        return layer;
    }

    /// <summary>The same weights in the layer that does not learn.</summary>
    private static MultiHeadAttention<float> Inference(AttentionLayer<float> layer, int keyValueHeads, PositionKind positions)
    {
        Matrix<float>[] parameters = [.. layer.Parameters.Select(parameter => parameter.Values)];
        MultiHeadAttention<float> attention = MultiHeadAttention.FromWeights(Heads(0, 4), Heads(8, keyValueHeads), Heads(8 + (2 * keyValueHeads), keyValueHeads), parameters[1]);
        return positions switch
        {
            PositionKind.Rotary => attention.With(new RotaryPositions()),
            PositionKind.Alibi => attention.With(Alibi.ForHeads(4)),
            _ => attention,
        };

        Matrix<float>[] Heads(int row, int count) => [.. Enumerable.Range(0, count).Select(head => parameters[0].SubMatrix(row + (2 * head), 2, 0, 8))];
    }

    private static double Product(Matrix<double> given, LayerPass<double> pass) => given.PointwiseMultiply(BothPasses<double>.Matrix(pass.Output)).RowSums().Sum();
}
