namespace AttentionNotebooks;

/// <summary>Measures one relation on held-out sentences, in passes that can run at the same time.</summary>
/// <remarks>
/// Pass 0 counts the right answers, passes 1 and 2 take the shares of the heads of the model and of the untrained one, and each further pass counts the right answers with
/// one head silenced.
/// </remarks>
internal sealed class RelationMeasurement
{
    private const int PassesBeforeHeads = 3;

    private readonly string relation;
    private readonly MaskedLanguageModel model, untrained;
    private readonly IReadOnlyList<CorpusSentence> sentences;
    private readonly TrainingExample[] examples;
    private readonly double[] accuracies;
    private double[] shares = [], untrainedShares = [];

    /// <param name="relation">One of <see cref="Corpus.Relations"/>.</param>
    /// <param name="model">What is measured.</param>
    /// <param name="untrained">The same before its training.</param>
    /// <param name="sentences">Of the relation.</param>
    internal RelationMeasurement(string relation, MaskedLanguageModel model, MaskedLanguageModel untrained, IReadOnlyList<CorpusSentence> sentences)
    {
        this.relation = relation;
        this.model = model;
        this.untrained = untrained;
        this.sentences = sentences;
        examples = [.. sentences.Select(sentence => sentence.ToExample(model.Vocabulary))];
        accuracies = new double[1 + HeadCount];
    }

    /// <summary>How many passes there are.</summary>
    internal int Passes => PassesBeforeHeads + HeadCount;

    /// <summary>How much a pass has to do: all parameters once for each token.</summary>
    internal double MultiplyAddsOfAPass => model.Transformer.Parameters.Sum(parameter => (double)parameter.Count) * examples.Sum(example => (double)example.Tokens.Count);

    /// <summary>The relation, once all passes have run.</summary>
    internal MeasuredRelation Relation => new(relation, sentences.Count, sentences.Average(sentence => 1.0 / sentence.Words.Count), accuracies[0], Corpus.ChanceAccuracy(relation));

    /// <summary>The heads, once all passes have run.</summary>
    internal IEnumerable<HeadOnRelation> Heads => Enumerable.Range(0, HeadCount).Select(head => new HeadOnRelation(
        LayerOf(head), NumberOf(head), relation, shares[head], untrainedShares[head], 100 * (accuracies[0] - accuracies[1 + head])));

    private int HeadCount => model.Transformer.Config.Layers * model.Transformer.Config.Heads;

    /// <summary>Runs one pass on the calling thread.</summary>
    internal void Run(int pass, CancellationToken cancellation)
    {
        if (pass == 1) shares = HeadShares.Of(model.Transformer, model.Vocabulary, sentences, cancellation);
        else if (pass == 2) untrainedShares = HeadShares.Of(untrained.Transformer, untrained.Vocabulary, sentences, cancellation);
        else if (pass == 0) accuracies[0] = Accuracy(null, cancellation);
        else accuracies[pass - PassesBeforeHeads + 1] = Accuracy([Silenced(pass - PassesBeforeHeads)], cancellation);
    }

    /// <summary>The share of the sentences where the model says one of the right answers.</summary>
    private double Accuracy(IReadOnlyList<HeadEdit>? edits, CancellationToken cancellation)
    {
        ComputeOptions alone = new() { MaxDegreeOfParallelism = 1, CancellationToken = cancellation };
        IEnumerable<string> said = model.Transformer.Evaluate(examples, edits, options: alone).Predictions.Select(ofSentence => model.Vocabulary.Words[ofSentence[0].Prediction]);
        return sentences.Zip(said).Count(pair => pair.First.Answers.Contains(pair.Second)) / (double)sentences.Count;
    }

    private HeadEdit Silenced(int head) => HeadEdit.Silence(LayerOf(head), NumberOf(head));

    private int LayerOf(int head) => head / model.Transformer.Config.Heads;

    private int NumberOf(int head) => head % model.Transformer.Config.Heads;
}
