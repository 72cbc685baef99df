using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Transformers;

public sealed class TransformerBadInputTests
{
    private static readonly TransformerConfig Config = TransformerCase.Config("decoder");

    private static readonly Transformer<double> Model = TransformerCase.Model<double>("decoder");

    private static readonly Transformer<double> Cross = TransformerCase.Model<double>("decoder with cross-attention");

    [Fact]
    public void Config_OfNoModel_IsRefused()
    {
        Refused("config.VocabularySize must be at least 1: it is 0.", Config with { VocabularySize = 0 });
        Refused("config.ModelSize must be at least 1: it is -8.", Config with { ModelSize = -8 });
        Refused("config.Layers must be at least 1: it is 0.", Config with { Layers = 0 });
        Refused("config.Heads must be at least 1: it is 0.", Config with { Heads = 0 });
        Refused("config.KeyValueHeads must be at least 1: it is 0.", Config with { KeyValueHeads = 0 });
        Refused("config.FeedForwardSize must be at least 1: it is 0.", Config with { FeedForwardSize = 0 });
        Refused("config.MaxTokens must be at least 1: it is 0.", Config with { MaxTokens = 0 });
        Refused("config.Heads must divide config.ModelSize: config.Heads is 3, config.ModelSize is 8.", Config with { Heads = 3 });
        Refused("config.KeyValueHeads must divide config.Heads: config.KeyValueHeads is 3, config.Heads is 4.", Config with { KeyValueHeads = 3 });
        Refused("config.Norm must be one of LayerNorm, RmsNorm: it is 7.", Config with { Norm = (NormKind)7 });
        Refused("config.Activation must be one of Relu, Gelu, SwiGlu: it is 7.", Config with { Activation = (ActivationKind)7 });
        Refused("config.Positions must be one of None, Learned, Sinusoidal, Rotary, Alibi: it is 7.", Config with { Positions = (PositionKind)7 });
        Refused("an even number of features for rotary positions: it is 12 for 4 heads.", Config with { ModelSize = 12, Positions = PositionKind.Rotary });
        Refused("config.EmbeddingDeviation must be a finite number greater than 0: it is -1.", Config with { EmbeddingDeviation = -1 });
        Refused("config.NormEpsilon must be a finite number greater than 0: it is 0.", Config with { NormEpsilon = 0 });
        Refused("config.NormEpsilon must be a finite number greater than 0: it is NaN.", Config with { NormEpsilon = double.NaN });
        Refused("config.VocabularySize must give matrices of at most", Config with { VocabularySize = int.MaxValue });
        Refused("config.ModelSize must give matrices of at most", Config with { ModelSize = 1 << 30, FeedForwardSize = 1 });

        static void Refused(string essence, TransformerConfig config) => BadInput.Refused("config", essence, () => Transformer.Create<float>(config, seed: 1));
    }

    [Fact]
    public void Parameters_OfAnotherModel_AreRefusedByName()
    {
        Refused("it lacks 'norm.weight', 'head.weight'.", given => given.Remove("norm.weight") & given.Remove("head.weight"));
        Refused("it holds what the model does not have: 'layers.2.norm1.weight'.", given => given["layers.2.norm1.weight"] = Matrix<double>.Build.Dense(8, 1));
        Refused("parameters['head.weight'] must be 7×8: it is 8×7.", given => given["head.weight"] = given["head.weight"].Transpose());
        Refused("parameters['norm.bias'] must not be null.", given => given["norm.bias"] = null!);

        static void Refused(string essence, Func<Dictionary<string, Matrix<double>>, object> spoil)
        {
            Dictionary<string, Matrix<double>> given = Model.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Values);
            spoil(given);
            BadInput.Refused("parameters", essence, () => Transformer.Create(Config, given));
        }
    }

    [Fact]
    public void Parameters_OfAFarSmallerModel_AreRefusedBeforeOneIsMade()
    {
        Dictionary<string, Matrix<double>> given = Model.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Values);
        TransformerConfig huge = Config with { Layers = int.MaxValue, ModelSize = 20_000, Heads = 1 };
        BadInput.Refused("parameters", "it lacks 'layers.2.self_attn.in_proj_weight', 'layers.2.", () => Transformer.Create(huge, given));
        BadInput.Refused("parameters", "parameters['embedding.weight'] must be 7×20000: it is 7×8.", () => Transformer.Create(Config with { ModelSize = 20_000, Heads = 1 }, given));
    }

    [Fact]
    public void Tokens_OutsideOfTheModel_AreRefused()
    {
        BadInput.Refused("tokens", "tokens must hold at least one token", () => Model.Run([]));
        BadInput.Refused("tokens", "tokens must hold numbers of words, 0 to 6: tokens[1] is 7.", () => Model.Run([0, 7]));
        BadInput.Refused("tokens", "tokens must hold numbers of words, 0 to 6: tokens[0] is -1.", () => Model.Run([-1]));
        BadInput.Refused("tokens", "tokens must hold at most 5 tokens, since positions are learned: it holds 6.", () => Model.Run(new int[6]));
        BadInput.Refused("labels", "labels must hold one label for each of the 2 tokens: it holds 1.", () => Model.Run([0, 1], ["one"]));
        Assert.Equal(6, TransformerCase.Model<double>("decoder, ALiBi").Run(new int[6]).Output.ColumnCount);
    }

    [Fact]
    public void Examples_OutsideOfTheModel_AreRefused()
    {
        TrainingExample right = new([1], [2]);
        Refused("examples must hold at least one example", []);
        Refused("examples[1] must not be null", [right, null!]);
        Refused("examples[1].Tokens must hold numbers of words, 0 to 6: examples[1].Tokens[0] is 9.", [right, new([9], [1])]);
        Refused("examples[1].Targets must hold numbers of words, 0 to 6: examples[1].Targets[0] is 7.", [right, new([1], [7])]);
        BadInput.Refused("example", "example.Targets must hold numbers of words", () => Model.Compare(new([1], [7]), []));

        static void Refused(string essence, TrainingExample[] examples)
        {
            BadInput.Refused("examples", essence, () => Model.Evaluate(examples));
            BadInput.Refused("examples", essence, () => ((ITrainable<double>)Model).AddGradients(examples, 1, new ParameterGradients<double>(Model.Parameters)));
        }
    }

    [Fact]
    public void Edits_OutsideOfTheModel_AreRefused()
    {
        BadInput.Refused("layer", "layer", () => HeadEdit.Silence(-1, 0));
        BadInput.Refused("head", "head", () => HeadEdit.Silence(0, -1));
        BadInput.Refused("weights", "weights must have a row and a column for each token: weights is 2×3.", () => HeadEdit.ReplacePattern(0, 0, Matrix<double>.Build.Dense(2, 3)));
        BadInput.Refused("weights", "weights must hold finite numbers only", () => HeadEdit.ReplacePattern(0, 0, Matrix<double>.Build.Dense(2, 2, double.NaN)));
        Refused("edits must not hold null", null!);
        Refused("edits must name layers of the model, 0 to 1: an edit is for layer 2.", HeadEdit.Silence(2, 0));
        Refused("edits must name heads of the model, 0 to 3: an edit is for head 4.", HeadEdit.Silence(0, 4));
        Refused("patterns of the sentence's 3 tokens: that for layer 0, head 1 is 2×2.", HeadEdit.ReplacePattern(0, 1, Matrix<double>.Build.Dense(2, 2)));

        static void Refused(string essence, HeadEdit edit)
        {
            BadInput.Refused("edits", essence, () => Model.Run([0, 1, 2], edits: [edit]));
            BadInput.Refused("edits", essence, () => Model.Compare(new([0, 1, 2], [1, 1, 1]), [edit]));
            BadInput.Refused("edits", essence, () => Model.Evaluate([new([0, 1, 2], [1, 1, 1])], [edit]));
        }
    }

    [Fact]
    public void Source_MissingOrWrong_IsRefused()
    {
        Matrix<double> right = Matrix<double>.Build.Dense(8, 3);
        TrainingExample example = new([1], [2]);
        BadInput.Refused("source", "source must be given, since the model cross-attends", () => Cross.Run([1]));
        BadInput.Refused("source", "source must be null, since the model does not cross-attend: it is 8×3.", () => Model.Run([1], source: right));
        BadInput.Refused("source", "source must have a row for each of the 8 features of a token: it is 7×3.", () => Cross.Run([1], source: Matrix<double>.Build.Dense(7, 3)));
        BadInput.Refused("source", "source must hold finite numbers only", () => Cross.Run([1], source: Matrix<double>.Build.Dense(8, 3, double.NaN)));
        BadInput.Refused("sources", "sources must be given, since the model cross-attends", () => Cross.Evaluate([example]));
        BadInput.Refused("sources", "sources must hold one matrix for each of the 1 examples: it holds 2.", () => Cross.Evaluate([example], sources: [right, right]));
        BadInput.Refused("sources", "sources[0] must not be null", () => Cross.Evaluate([example], sources: [null!]));
        BadInput.Refused("sources", "sources[0] must have a row for each", () => Cross.Evaluate([example], sources: [Matrix<double>.Build.Dense(7, 3)]));
        BadInput.Refused("sources", "sources[0] must be null", () => Model.Evaluate([example], sources: [right]));
    }
}
