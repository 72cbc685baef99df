using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A transformer (Vaswani et al. 2017): an encoder or a decoder that says a word at each token. Made by <see cref="Transformer"/>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// X = embedding + positions; each block adds what its heads and its feed-forward network find; scores of words are W·X with <c>head.weight</c>.
/// Safe to run from many threads as long as nobody writes into its parameters, as training does.
/// </remarks>
public sealed class Transformer<T> : ITrainable<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TransformerBody<T> body;

    internal Transformer(TransformerConfig config, int seed)
    {
        Config = config;
        body = new TransformerBody<T>(config, seed);
        Parameters = [.. body.Parameters];
    }

    /// <summary>The shape of the model.</summary>
    public TransformerConfig Config { get; }

    /// <summary>
    /// What is learned: <c>embedding.weight</c> (V×r), <c>positions.weight</c> where positions are learned, each block's parameters as
    /// <c>nn.TransformerEncoderLayer</c> or, with cross-attention, <c>nn.TransformerDecoderLayer</c> names them (<c>layers.0.self_attn.in_proj_weight</c>), <c>norm.weight</c> and
    /// <c>norm.bias</c> where norms stand first, and <c>head.weight</c> (V×r).
    /// </summary>
    public IReadOnlyList<Parameter<T>> Parameters { get; }

    /// <summary>One sentence, with the weights of all heads.</summary>
    /// <param name="tokens">The numbers of its words in the vocabulary; at least one, and at most <see cref="TransformerConfig.MaxTokens"/> where positions are learned.</param>
    /// <param name="labels">One label a token, for the map; null: none.</param>
    /// <param name="edits">Heads to be changed; null: none.</param>
    /// <param name="source">What cross-attention looks at, r×n_k, for example the output of an encoder; null where the model has none.</param>
    /// <returns>Output, scores of words and weights.</returns>
    /// <exception cref="ArgumentException">There is no token, a number is none of the vocabulary, an edit does not fit, or the source is missing, of another shape or not finite.</exception>
    /// <exception cref="InsufficientMemoryException">The weights of all heads do not fit into memory.</exception>
    public TransformerResult<T> Run(
        IReadOnlyList<int> tokens, IReadOnlyList<string>? labels = null, IReadOnlyList<HeadEdit>? edits = null, Matrix<T>? source = null)
    {
        TransformerCheck.Tokens(Config, tokens, nameof(tokens), nameof(tokens));
        Check.LabelCount(labels, nameof(labels), tokens.Count, "tokens");
        TransformerCheck.Edits(Config, edits, tokens.Count);
        TransformerCheck.Source(Config, source, nameof(source), nameof(source));
        MemoryCheck.PerPair<T>(
            "Weights of all heads", Config.Layers * Config.Heads, tokens.Count + (source?.ColumnCount ?? 0), tokens.Count, "Predictions alone need none of them: call Evaluate.");
        using ArrayLoan<T> loan = new();
        TransformerInput<T> input = new([tokens], source is null ? null : [source]);
        TransformerProbe<T> probe = TransformerProbe<T>.Keeping(Config, edits, input);
        Columns<T> output = body.Forward(input, loan, probe).Output;
        return new TransformerResult<T>(ToMatrix(output), ToMatrix(body.Head.Forward(output, loan).Output), probe.Map(labels), probe.CrossMap(labels));
    }

    /// <summary>What some edits of heads change in a sentence: output, loss and predictions.</summary>
    /// <param name="example">The sentence, with the words that are to be said.</param>
    /// <param name="edits">Heads to be changed.</param>
    /// <param name="labels">One label a token, for the maps; null: none.</param>
    /// <param name="source">What cross-attention looks at, r×n_k; null where the model has none.</param>
    /// <returns>The runs before and after, and what differs.</returns>
    /// <exception cref="ArgumentException">As in <see cref="Run"/>.</exception>
    public EditEffect<T> Compare(TrainingExample example, IReadOnlyList<HeadEdit> edits, IReadOnlyList<string>? labels = null, Matrix<T>? source = null)
    {
        ArgumentNullException.ThrowIfNull(edits);
        TransformerCheck.Example(Config, example, nameof(example), nameof(example));
        return new EditEffect<T>([.. edits], Of(null), Of(edits));

        (TransformerResult<T> Result, IReadOnlyList<TargetPrediction> Predictions) Of(IReadOnlyList<HeadEdit>? some)
        {
            TransformerResult<T> result = Run(example.Tokens, labels, some, source);
            using ArrayLoan<T> loan = new();
            Columns<T> logits = new(result.Logits.ColumnMajorArray(), Config.VocabularySize);
            return (result, WordScores.Predict([example], new TargetColumns([example]).Gather(logits, loan))[0]);
        }
    }

    /// <summary>What is said at the targets of many examples, and how well.</summary>
    /// <param name="examples">The examples; at least one.</param>
    /// <param name="edits">Heads to be changed; null: none. A replaced pattern fits sentences of its own length only.</param>
    /// <param name="sources">For each example what cross-attention looks at, r×n_k; null where the model has none.</param>
    /// <param name="options">On how many cores, until when; null: all cores. Results are the same, bit for bit.</param>
    /// <returns>Loss, accuracy and predictions.</returns>
    /// <exception cref="ArgumentException">There is no example, or one is not as <see cref="Run"/> wants it.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public TransformerEvaluation Evaluate(
        IReadOnlyList<TrainingExample> examples, IReadOnlyList<HeadEdit>? edits = null, IReadOnlyList<Matrix<T>>? sources = null, ComputeOptions? options = null)
    {
        TransformerCheck.Examples(Config, examples);
        TransformerCheck.Sources(Config, sources, examples.Count);
        foreach (TrainingExample example in examples) TransformerCheck.Edits(Config, edits, example.Tokens.Count);
        return new EvaluationRun<T>(this, examples, edits, sources).Run(options);
    }

    /// <summary>Writes the model as a safetensors file: its parameters by PyTorch's names, and its shape in the metadata. <see cref="Transformer.Load{T}(string)"/> reads it.</summary>
    /// <param name="path">The file; its folder must exist. The old file or the new one is there, never a part.</param>
    /// <param name="metadata">Texts to go with it, for example the vocabulary; null: none.</param>
    /// <exception cref="ArgumentException">The metadata holds <c>transformer</c>, where the shape stands, or a text that is not valid Unicode.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        TransformerFile.Write(this, path, metadata);
    }

    double ITrainable<T>.AddGradients(IReadOnlyList<TrainingExample> examples, double scale, ParameterGradients<T> gradients) =>
        AddGradients(examples, null, scale, gradients);

    Evaluation ITrainable<T>.Evaluate(IReadOnlyList<TrainingExample> examples, ComputeOptions compute)
    {
        TransformerEvaluation evaluation = Evaluate(examples, options: compute);
        return new(evaluation.Loss, evaluation.Accuracy);
    }

    /// <summary>The same for models that cross-attend.</summary>
    internal double AddGradients(IReadOnlyList<TrainingExample> examples, IReadOnlyList<Matrix<T>>? sources, double scale, ParameterGradients<T> gradients)
    {
        TransformerCheck.Examples(Config, examples);
        TransformerCheck.Sources(Config, sources, examples.Count);
        using ArrayLoan<T> loan = new();
        TransformerPass<T> pass = body.Forward(Input(examples, sources), loan);
        TargetColumns targets = new(examples);
        LayerPass<T> logits = body.Head.Forward(targets.Gather(pass.Output, loan), loan);
        CrossEntropyPass<T> loss = CrossEntropy.Forward(logits.Output, targets.Words, scale, loan);
        pass.Backward(targets.Scatter(logits.Backward(loss.Backward(), gradients), pass.Output, loan), gradients);
        return loss.Loss;
    }

    /// <summary>The weights of all heads in some short sentences that have been checked, on the calling thread.</summary>
    internal TransformerProbe<T> Look(IEnumerable<IReadOnlyList<int>> sentences)
    {
        using ArrayLoan<T> loan = new();
        TransformerInput<T> input = new(sentences);
        TransformerProbe<T> probe = TransformerProbe<T>.Keeping(Config, null, input);
        body.Forward(input, loan, probe);
        return probe;
    }

    /// <summary>What is said at the targets of some examples that have been checked, on the calling thread.</summary>
    internal TargetPrediction[][] Predict(IReadOnlyList<TrainingExample> examples, IReadOnlyList<HeadEdit>? edits, IReadOnlyList<Matrix<T>>? sources)
    {
        using ArrayLoan<T> loan = new();
        Columns<T> output = body.Forward(Input(examples, sources), loan, TransformerProbe<T>.Of(Config, edits)).Output;
        return WordScores.Predict(examples, body.Head.Forward(new TargetColumns(examples).Gather(output, loan), loan).Output);
    }

    private static TransformerInput<T> Input(IReadOnlyList<TrainingExample> examples, IReadOnlyList<Matrix<T>>? sources) =>
        new(examples.Select(example => example.Tokens), sources);

    private static Matrix<T> ToMatrix(Columns<T> columns) => MatrixStorage.Over<T>(columns.AsSpan().ToArray(), columns.Count);
}
