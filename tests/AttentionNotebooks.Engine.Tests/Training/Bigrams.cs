using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Training;

/// <summary>The smallest model there is to train: the next word by the last one alone, softmax(W[:, token] + b). Its best loss is an entropy that can be counted.</summary>
/// <param name="words">The vocabulary.</param>
/// <param name="meddle">Called with the number of the call, from 1, and the gradients of W and b, to break them; returns what is added to the loss.</param>
internal sealed class Bigrams<T>(int words, Func<int, Matrix<T>[], double>? meddle = null) : ITrainable<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private int calls;

    public Parameter<T> Weight { get; } = new("bigram.weight", Matrix<T>.Build.Dense(words, words));

    public Parameter<T> Bias { get; } = new("bigram.bias", Matrix<T>.Build.Dense(words, 1));

    public IReadOnlyList<Parameter<T>> Parameters => [Weight, Bias];

    public Matrix<T>[] Learned => [.. Parameters.Select(parameter => parameter.Values.Clone())];

    public TrainingHistory Train(TrainingExample[] examples, TrainingOptions options, TimeProvider? clock = null, string name = "bigrams") =>
        Trainer.Train(this, name, examples, options, clock ?? TimeProvider.System);

    public double AddGradients(IReadOnlyList<TrainingExample> examples, double scale, ParameterGradients<T> gradients)
    {
        double loss = 0;
        foreach ((int token, int target) in Pairs(examples))
        {
            double[] probabilities = Probabilities(token);
            loss -= scale * Math.Log(probabilities[target]);
            for (int word = 0; word < words; word++)
            {
                T slope = T.CreateChecked(scale * (probabilities[word] - (word == target ? 1 : 0)));
                gradients[Weight][word, token] += slope;
                gradients[Bias][word, 0] += slope;
            }
        }

        return loss + (meddle?.Invoke(Interlocked.Increment(ref calls), [gradients[Weight], gradients[Bias]]) ?? 0);
    }

    public Evaluation Evaluate(IReadOnlyList<TrainingExample> examples, ComputeOptions compute)
    {
        (double Probability, bool IsGreatest)[] said = [.. Pairs(examples).Select(pair =>
        {
            double[] probabilities = Probabilities(pair.Token);
            return (probabilities[pair.Target], probabilities.Max() == probabilities[pair.Target]);
        })];
        return new(said.Average(one => -Math.Log(one.Probability)), said.Average(one => one.IsGreatest ? 1.0 : 0));
    }

    private double[] Probabilities(int token)
    {
        double[] odds = [.. Enumerable.Range(0, words).Select(word => Math.Exp(double.CreateChecked(Weight.Values[word, token] + Bias.Values[word, 0])))];
        double sum = odds.Sum();
        return [.. odds.Select(one => one / sum)];
    }

    private static IEnumerable<(int Token, int Target)> Pairs(IReadOnlyList<TrainingExample> examples) =>
        examples.SelectMany(example => example.Tokens.Zip(example.Targets)).Where(pair => pair.Second != TrainingExample.NoTarget);
}
