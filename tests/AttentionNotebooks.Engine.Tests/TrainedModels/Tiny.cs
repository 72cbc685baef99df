namespace AttentionNotebooks.Engine.Tests.TrainedModels;

/// <summary>Models that take moments to make.</summary>
internal static class Tiny
{
    /// <summary>Has learned nothing.</summary>
    public static MaskedLanguageModel Untrained { get; } = new(Transformer.Create<float>(new TrainingRecipe().Config, seed: 3), Corpus.Vocabulary);

    /// <summary>One relation, some seconds.</summary>
    public static TrainingRecipe Recipe { get; } = new()
    {
        Config = new TrainingRecipe().Config with { ModelSize = 32, FeedForwardSize = 64, EmbeddingDeviation = 0.18 },
        Options = new TrainingRecipe().Options with { Steps = 150, PeakLearningRate = 8e-3, WarmUpSteps = 20, EvaluateEvery = 50 },
        Relation = "rhyme",
    };

    /// <summary>Hardly trained at all, but measured.</summary>
    public static TrainedModel Begun { get; } = (Recipe with { Options = Recipe.Options with { Steps = 3, WarmUpSteps = 1, BatchSize = 40 } }).Train();
}
