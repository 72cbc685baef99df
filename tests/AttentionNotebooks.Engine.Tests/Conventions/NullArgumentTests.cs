using System.Reflection;
using AttentionNotebooks.Engine.Tests.Golden;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.TrainedModels;
using AttentionNotebooks.Engine.Tests.Training;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Conventions;

/// <summary>Every public method and constructor refuses null, by the name of the parameter, wherever its signature does not allow it.</summary>
public sealed class NullArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, object> Examples = MakeExamples();

    public static TheoryData<string> Members => [.. Cases().Select(Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void Parameter_Null_IsRefusedByName(string member)
    {
        (MethodBase method, ParameterInfo parameter) = Cases().Single(one => Name(one) == member);
        object?[] arguments = [.. method.GetParameters().Select(other => other == parameter ? null : Example(other))];
        object? instance = method.IsStatic || method.IsConstructor ? null : Examples[method.DeclaringType!];

        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() =>
            method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(instance, arguments));
        Assert.Equal(parameter.Name, Assert.IsType<ArgumentNullException>(thrown.InnerException).ParamName);
    }

    private static IEnumerable<(MethodBase Method, ParameterInfo Parameter)> Cases() =>
        from type in typeof(Displayable).Assembly.GetExportedTypes()
        where !type.IsEnum && !type.IsValueType
        let closed = type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(double)) : type
        from method in PublicMethods(closed)
        from parameter in method.GetParameters()
        where !parameter.ParameterType.IsValueType && !parameter.IsOut && Nullability.Create(parameter).WriteState == NullabilityState.NotNull
        select (method, parameter);

    private static IEnumerable<MethodBase> PublicMethods(Type type) => type
        .GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Select(method => method.IsGenericMethodDefinition ? method.MakeGenericMethod(typeof(double)) : method)
        .Where(method => !method.IsAbstract && method.DeclaringType != typeof(object))
        .Concat<MethodBase>(type.GetConstructors());

    private static string Name((MethodBase Method, ParameterInfo Parameter) one) =>
        $"{one.Method.DeclaringType!.Name}.{one.Method.Name}{(one.Method.IsGenericMethod ? "<T>" : "")}({string.Join(", ", one.Method.GetParameters().AsEnumerable())}): {one.Parameter.Name}";

    private static object? Example(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? Type.Missing : parameter.IsOut ? null : Examples[parameter.ParameterType];

    private static Dictionary<Type, object> MakeExamples()
    {
        Matrix<double> square = Samples.DrawMatrix<double>(4, 4, seed: 1);
        SelfAttention<double> head = SelfAttention.Random(4, 4, seed: 1);
        MultiHeadAttention<double> layer = MultiHeadAttention.Random(4, 2, seed: 1);
        LabelledMatrix<double> labelled = new(square, "I");
        Transformer<double> transformer = Transformer.Create<double>(new() { VocabularySize = 4, ModelSize = 4, Layers = 1, Heads = 2 }, seed: 1);
        TrainingExample example = new([1, 2], [2, TrainingExample.NoTarget]);
        SafeTensorFile encoderFile = SafeTensors.Read(GoldenFile.Bytes("torch-encoder-post-norm-float64.safetensors"));
        EncoderSettings encoderSettings = new() { Heads = 2 };
        return new()
        {
            [typeof(int)] = 1,
            [typeof(double)] = 2.0,
            [typeof(bool)] = true,
            [typeof(GrowthAxis)] = GrowthAxis.Tokens,
            [typeof(GrowthBudget)] = new GrowthBudget(TimeSpan.FromSeconds(1)),
            [typeof(IReadOnlyList<int>)] = new[] { 1 },
            [typeof(AttentionCost)] = AttentionCost.Of<double>(1, 1, 1),
            [typeof(IReadOnlyList<GrowthPoint>)] = new[] { new GrowthPoint(AttentionCost.Of<double>(1, 1, 1), true, 1, 1) },
            [typeof(Transformer<double>)] = transformer,
            [typeof(TransformerConfig)] = transformer.Config,
            [typeof(Transformer<float>)] = Tiny.Untrained.Transformer,
            [typeof(MaskedLanguageModel)] = Tiny.Untrained,
            [typeof(TrainedModel)] = Tiny.Begun,
            [typeof(TrainingRecipe)] = new TrainingRecipe(),
            [typeof(Reading)] = Tiny.Untrained.Read("the _"),
            [typeof(Vocabulary)] = Corpus.Vocabulary,
            [typeof(CorpusSentence)] = Corpus.Draw(1, seed: 1)[0],
            [typeof(IReadOnlyList<string>)] = new[] { "_" },
            [typeof(TrainingExample)] = example,
            [typeof(IReadOnlyList<TrainingExample>)] = new[] { example },
            [typeof(IReadOnlyList<HeadEdit>)] = Array.Empty<HeadEdit>(),
            [typeof(IReadOnlyDictionary<string, Matrix<double>>)] = transformer.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Values),
            [typeof(ParameterGradients<double>)] = new ParameterGradients<double>(transformer.Parameters),
            [typeof(IReadOnlyList<Parameter<double>>)] = transformer.Parameters,
            [typeof(AdamW<double>)] = new AdamW<double>(transformer.Parameters),
            [typeof(TrainingDisplay)] = new TrainingDisplay(),
            [typeof(IReadOnlyList<TrainingPoint>)] = new[] { new TrainingPoint(0, 1, 1, 1) },
            [typeof(IReadOnlyList<AttentionFrame>)] = new[] { new AttentionFrame(0, head.Trace(labelled).Map) },
            [typeof(IReadOnlyList<MeasuredRelation>)] = new[] { RelationSamples.Relation("text") },
            [typeof(IReadOnlyList<HeadOnRelation>)] = new[] { new HeadOnRelation(0, 0, "text", 0.5, 0.5, 0) },
            [typeof(RelationReport)] = RelationSamples.Report(),
            [typeof(Stream)] = Stream.Null,
            [typeof(SafeTensor)] = SafeTensor.Of("text", square),
            [typeof(IEnumerable<SafeTensor>)] = Array.Empty<SafeTensor>(),
            [typeof(SafeTensorFile)] = encoderFile,
            [typeof(EncoderSettings)] = encoderSettings,
            [typeof(TransformerEncoder<double>)] = TransformerEncoder.FromStateDict(encoderFile, encoderSettings),
            [typeof(string)] = "text",
            [typeof(double[])] = new[] { 1.0 },
            [typeof(bool[,])] = new bool[4, 4],
            [typeof(IReadOnlyList<bool>)] = new[] { true },
            [typeof(IReadOnlyList<Matrix<double>>)] = new[] { square },
            [typeof(IReadOnlyList<SelfAttention<double>>)] = new[] { head },
            [typeof(IReadOnlyList<IReadOnlyList<Matrix<double>>>)] = new[] { new[] { square } },
            [typeof(IEnumerable<string>)] = new[] { "token" },
            [typeof(Func<int, int, bool>)] = (int _, int _) => true,
            [typeof(Matrix<double>)] = square,
            [typeof(Vector<double>)] = square.Column(0),
            [typeof(LabelledMatrix<double>)] = labelled,
            [typeof(LabelledVector<double>)] = labelled.Column(0),
            [typeof(SelfAttention<double>)] = head,
            [typeof(MultiHeadAttention<double>)] = layer,
            [typeof(Loss<double>)] = Loss.SquaredError(square),
            [typeof(Func<Matrix<double>, double>)] = (Matrix<double> _) => 0.0,
            [typeof(Func<Matrix<double>, Matrix<double>>)] = (Matrix<double> output) => output,
            [typeof(MultiHeadTrace<double>)] = layer.Trace(labelled),
            [typeof(AttentionTraceGradients<double>)] = head.Trace(labelled).Backward(square),
            [typeof(MultiHeadGradients<double>)] = layer.Trace(labelled).Backward(square),
            [typeof(IReadOnlyList<AttentionTraceGradients<double>>)] = Array.Empty<AttentionTraceGradients<double>>(),
            [typeof(IReadOnlyList<MultiHeadGradients<double>>)] = Array.Empty<MultiHeadGradients<double>>(),
            [typeof(AttentionQuantity)] = AttentionQuantity.Queries,
            [typeof(AttentionTrace<double>)] = head.Trace(labelled),
            [typeof(AttentionMap)] = head.Trace(labelled).Map,
            [typeof(ProjectionBiases<double>)] = new ProjectionBiases<double>(),
            [typeof(Score<double>)] = Score.DotProduct(),
            [typeof(Normalisation)] = Normalisation.Softmax(),
            [typeof(AttentionMask)] = AttentionMask.None,
            [typeof(RotaryPositions)] = new RotaryPositions(),
            [typeof(Alibi)] = Alibi.WithSlopes(1),
            [typeof(WordVectors)] = WordVectors.Semantic,
            [typeof(Sentence)] = Sentence.Parse("text"),
        };
    }
}
