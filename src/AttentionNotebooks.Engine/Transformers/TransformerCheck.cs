using System.Numerics;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The checks of what a <see cref="Transformer{T}"/> is given.</summary>
internal static class TransformerCheck
{
    /// <summary>A sentence that the model can read.</summary>
    internal static void Tokens(TransformerConfig config, IReadOnlyList<int> tokens, string name, string argument)
    {
        ArgumentNullException.ThrowIfNull(tokens, argument);
        if (tokens.Count == 0) throw Check.Wrong(argument, $"{name} must hold at least one token: it is empty.");
        if (config.Positions == PositionKind.Learned && tokens.Count > config.MaxTokens)
            throw Check.Wrong(argument, $"{name} must hold at most {config.MaxTokens} tokens, since positions are learned: it holds {tokens.Count}.");
        Words(config, tokens, least: 0, name, argument);
    }

    /// <summary>Sentences with their targets.</summary>
    internal static void Examples(
        TransformerConfig config, IReadOnlyList<TrainingExample> examples, [CallerArgumentExpression(nameof(examples))] string name = "", string? argument = null)
    {
        argument ??= name;
        ArgumentNullException.ThrowIfNull(examples, argument);
        if (examples.Count == 0) throw Check.Wrong(argument, $"{name} must hold at least one example: it is empty.");
        for (int index = 0; index < examples.Count; index++) Example(config, examples[index], $"{name}[{index}]", argument);
    }

    /// <summary>A sentence with its targets.</summary>
    internal static void Example(TransformerConfig config, TrainingExample example, string name, string argument)
    {
        if (example is null) throw new ArgumentNullException(argument, $"{name} must not be null.");
        Tokens(config, example.Tokens, $"{name}.Tokens", argument);
        Words(config, example.Targets, TrainingExample.NoTarget, $"{name}.Targets", argument);
    }

    /// <summary>Edits of heads that the model has, for a sentence of so many tokens.</summary>
    internal static void Edits(TransformerConfig config, IReadOnlyList<HeadEdit>? edits, int tokens)
    {
        foreach (HeadEdit edit in edits ?? [])
        {
            if (edit is null) throw new ArgumentNullException(nameof(edits), "edits must not hold null.");
            edit.CheckFits(config, tokens, nameof(edits));
        }
    }

    /// <summary>A source where the model cross-attends, and none where it does not.</summary>
    internal static void Source<T>(TransformerConfig config, Matrix<T>? source, string name, string argument)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (source is null && !config.CrossAttends) return;
        if (source is null) throw Check.Wrong(argument, $"{name} must be given, since the model cross-attends: it is null.");
        if (!config.CrossAttends) throw Check.Wrong(argument, $"{name} must be null, since the model does not cross-attend: it is {Shape.Of(source)}.");
        Check.FiniteAndNotEmpty(source, name, argument);
        if (source.RowCount != config.ModelSize)
            throw Check.Wrong(argument, $"{name} must have a row for each of the {config.ModelSize} features of a token: it is {Shape.Of(source)}.");
    }

    /// <summary>A source for each sentence, where the model cross-attends.</summary>
    internal static void Sources<T>(TransformerConfig config, IReadOnlyList<Matrix<T>>? sources, int sentences)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (sources is null) Source<T>(config, null, nameof(sources), nameof(sources));
        else if (sources.Count != sentences)
            throw new ArgumentException($"sources must hold one matrix for each of the {sentences} examples: it holds {sources.Count}.", nameof(sources));
        for (int index = 0; index < sources?.Count; index++)
        {
            if (sources[index] is null) throw new ArgumentNullException(nameof(sources), $"sources[{index}] must not be null.");
            Source(config, sources[index], $"sources[{index}]", nameof(sources));
        }
    }

    private static void Words(TransformerConfig config, IReadOnlyList<int> words, int least, string name, string argument)
    {
        for (int place = 0; place < words.Count; place++)
        {
            if (words[place] < least || words[place] >= config.VocabularySize)
                throw Check.Wrong(argument, $"{name} must hold numbers of words, 0 to {config.VocabularySize - 1}: {name}[{place}] is {words[place]}.");
        }
    }
}
