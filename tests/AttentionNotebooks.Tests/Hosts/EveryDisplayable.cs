using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Tests.Hosts;

/// <summary>One of each thing that shows itself, made from the same tokens.</summary>
internal static class EveryDisplayable
{
    /// <summary>The types that a host may be given.</summary>
    internal static IEnumerable<Type> Types =>
        from assembly in new[] { typeof(Displayable).Assembly, typeof(Figure).Assembly, typeof(Claim).Assembly }
        from type in assembly.GetExportedTypes()
        where !type.IsAbstract && (type.IsSubclassOf(typeof(Displayable)) || type == typeof(Claim))
        select type;

    internal static IEnumerable<object> Of(string[] tokens, int heads)
    {
        Matrix<double> input = Matrix<double>.Build.Random(4 * heads, tokens.Length, seed: 1);
        MultiHeadTrace<double> layer = MultiHeadAttention.Random(4 * heads, heads, seed: 1).Trace(new LabelledMatrix<double>(input, "Input", columnLabels: tokens), mask: AttentionMask.Causal);
        AttentionTrace<double> head = layer.Heads[0];
        AttentionMap map = layer.Map;
        AttentionGrowth growth = new(GrowthAxis.Tokens, [new GrowthPoint(AttentionCost.Of<double>(heads, tokens.Length, headSize: 4), keepsWeights: true, 1.5e-3, 2048)], tokens);
        TrainingHistory history = new([.. Enumerable.Range(0, 1000).Select(step => new TrainingPoint(step, 3.0 / (step + 1), 1e-3, 1, heldOutLoss: 1, heldOutAccuracy: 0.5))]);
        AttentionFilm film = new([.. Enumerable.Range(0, 30).Select(step => new AttentionFrame(step, map, 1))]);
        RelationReport relations = new(
            [.. tokens.Distinct().Select(token => new MeasuredRelation(token, 1, 0.1, 0.9, 0.5))],
            [.. from number in map.HeadNumbers from token in tokens.Distinct() select new HeadOnRelation(0, number, token, 0.5, 0.1, 3)]);
        Loss<double> loss = Loss.SquaredError(head.Output.Values + 1);
        AttentionTraceGradients<double> gradients = head.Backward(loss.Gradient(head.Output));
        GradientCheck check = GradientCheck.Of(head, loss, AttentionQuantity.QueryWeights);
        Transformer<double> model = Transformer.Create<double>(new TransformerConfig { VocabularySize = tokens.Length, ModelSize = 4 * heads, Layers = 1, Heads = heads, MaxTokens = tokens.Length }, seed: 1);
        int[] numbers = [.. Enumerable.Range(0, tokens.Length)];
        EditEffect<double> effect = model.Compare(new TrainingExample(numbers, numbers), [HeadEdit.Silence(0, 0)], tokens);
        ReadingChange change = Reader(tokens, heads).Compare(string.Join(' ', tokens) + " _", [HeadEdit.Silence(0, 0)]);
        return
        [
            Encoder(heads).Run(new LabelledMatrix<double>(input, "Input", columnLabels: tokens)), change, change.Before, change.Before.Figure(),
            Sentence.Parse(string.Join(' ', tokens)), layer, head, head.Token(0), head.Weights, head.Output.Column(0), map, map.Minus(map), map.Statistics(),
            map.Heatmap(), map.HeadView(), map.ModelView(), map.Generation(), head.NeuronView(0, 1), head.NeuronView(0), head.Token(0).WeightedSum(),
            growth, growth.Figure(), history, history.Figure(), film, film.Figure(), relations, relations.Figure(),
            gradients, gradients.Figure(), layer.Backward(layer.Output), check, check.Figure(), effect.Before, effect.Figure(tokens), map.Minus(map).Figure(), map.Statistics().Figure(), head.Steps(), layer.Steps(), head.Token(0).Steps(), head.Weights.Figure(),
            Claim.That(tokens[0], holds: true),
        ];
    }

    private static TransformerEncoder<double> Encoder(int heads)
    {
        Transformer<double> model = Transformer.Create<double>(new TransformerConfig { VocabularySize = 1, ModelSize = 4 * heads, Layers = 1, Heads = heads, NormFirst = false, Activation = ActivationKind.Relu }, seed: 1);
        using MemoryStream file = new();
        SafeTensors.WriteTo(file, model.Parameters.Where(one => one.Name.StartsWith("layers.", StringComparison.Ordinal)).Select(one =>
            one.Values.ColumnCount == 1 ? SafeTensor.Of(one.Name, one.Values.Column(0)) : SafeTensor.Of(one.Name, one.Values)));
        return TransformerEncoder.FromStateDict<double>(SafeTensors.Read(file.ToArray()), new EncoderSettings { Heads = heads });
    }

    private static MaskedLanguageModel Reader(string[] tokens, int heads)
    {
        Vocabulary words = new(Sentence.Parse(string.Join(' ', tokens) + " _").Tokens.Distinct());
        TransformerConfig config = new() { VocabularySize = words.Count, ModelSize = 4 * heads, Layers = 1, Heads = heads, MaxTokens = 256 };
        return new MaskedLanguageModel(Transformer.Create<float>(config, seed: 1), words);
    }
}
