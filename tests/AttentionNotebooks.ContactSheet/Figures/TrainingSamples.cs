using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>Training as a made-up model would go through it: the same on every run.</summary>
internal static class TrainingSamples
{
    private const int WarmUp = 100;
    private const double LearningRate = 3e-3;

    /// <summary>A loss that falls from that of guessing among 64 words, with warm-up and cosine decay of the learning rate.</summary>
    /// <param name="steps">How many updates.</param>
    /// <param name="every">Held-out examples are asked every so many steps; null: never.</param>
    /// <param name="floor">What the loss falls to.</param>
    internal static TrainingHistory History(int steps, int? every, double floor = 0.02)
    {
        Random random = new(11);
        return new TrainingHistory([.. Enumerable.Range(0, steps + 1).Select(Point)]);

        TrainingPoint Point(int step)
        {
            double progress = (double)step / steps, loss = floor + ((Math.Log(64) - floor) * Math.Exp(-7 * progress));
            double noise = Math.Exp(0.25 * (random.NextDouble() - 0.5));
            bool isAsked = every is { } asked && (step % asked == 0 || step == steps);
            double rate = LearningRate * (step < WarmUp ? (step + 1.0) / WarmUp : 0.5 * (1 + Math.Cos(Math.PI * progress)));
            return new TrainingPoint(step, loss * noise, rate, 4 * loss * noise, isAsked ? (1.1 * loss) + (0.02 * progress) : null, isAsked ? 0.98 - (0.95 * Math.Exp(-9 * progress)) : null);
        }
    }

    /// <summary>Heads that begin alike everywhere; each comes to look at one other token.</summary>
    internal static AttentionFilm Film(Sentence sentence, int heads, int frames)
    {
        int tokens = sentence.Tokens.Count;
        Random random = new(5);
        Matrix<double>[] noise = [.. Enumerable.Range(0, heads).Select(_ => Matrix<double>.Build.Dense(tokens, tokens, (_, _) => random.NextDouble()))];
        return new AttentionFilm([.. Enumerable.Range(0, frames).Select(Frame)]);

        AttentionFrame Frame(int frame)
        {
            double progress = frame / Math.Max(1.0, frames - 1);
            return new AttentionFrame(25 * frame, new AttentionMap([[.. noise.Select((scores, head) => Weights(scores, head + 1, 6 * progress))]], sentence.Tokens), 3 * Math.Exp(-4 * progress));
        }
    }

    /// <summary>Heads of two layers: some look and are needed, some look in vain, one is in the way, some do nothing.</summary>
    internal static RelationReport Report(params string[] relations)
    {
        Random random = new(3);
        return new RelationReport(
            [.. relations.Select((name, place) => new MeasuredRelation(name, 250, chanceShare: 0.12, accuracy: 0.97 - (0.05 * place), chanceAccuracy: 0.25))],
            [.. from layer in Enumerable.Range(0, 2) from head in Enumerable.Range(0, 4) from place in Enumerable.Range(0, relations.Length) select Measure(layer, head, place)]);

        HeadOnRelation Measure(int layer, int head, int place)
        {
            double untrained = 0.1 + (0.05 * random.NextDouble()), rest = 0.2 * random.NextDouble(), noise = 0.8 * (random.NextDouble() - 0.5);
            (double share, double loss) = (layer, head) switch
            {
                (1, 1) => (0.02, -2.4),
                (1, _) when head == place => (0.62 + (0.1 * place), 48 - (13 * place)),
                (0, 0) when place == 0 => (0.41, noise),
                _ => (rest, noise),
            };
            return new HeadOnRelation(layer, head, relations[place], share, untrained, loss);
        }
    }

    /// <summary>Run backwards from what would make every output 1.</summary>
    internal static AttentionTraceGradients<double> Gradients(AttentionTrace<double> trace) => trace.Backward(ToOnes(trace.Output).Gradient(trace.Output));

    /// <inheritdoc cref="Gradients(AttentionTrace{double})"/>
    internal static MultiHeadGradients<double> Gradients(MultiHeadTrace<double> trace) => trace.Backward(ToOnes(trace.Output).Gradient(trace.Output));

    /// <summary>The same with the proof of each gradient.</summary>
    internal static GradientFigure Proof(AttentionTrace<double> trace) => Gradients(trace).Figure(ToOnes(trace.Output));

    /// <summary>The proof of one of them.</summary>
    internal static GradientCheck Check(AttentionTrace<double> trace) => GradientCheck.Of(trace, ToOnes(trace.Output), AttentionQuantity.Weights);

    /// <summary>What a head of an untrained model changes.</summary>
    internal static EditFigure Edit()
    {
        string[] words = ["the", "bank", "river", "money", "sat", "?"];
        Transformer<double> model = Transformer.Create<double>(new TransformerConfig { VocabularySize = words.Length, ModelSize = 8, Layers = 1, Heads = 2 }, seed: 3);
        TrainingExample example = new([0, 2, 1, 5], [TrainingExample.NoTarget, TrainingExample.NoTarget, 4, 3]);
        return model.Compare(example, [HeadEdit.Silence(0, 1)], [.. example.Tokens.Select(token => words[token])]).Figure(words);
    }

    private static Loss<double> ToOnes(Matrix<double> output) => Loss.SquaredError(Matrix<double>.Build.Dense(output.RowCount, output.ColumnCount, 1));

    private static Matrix<double> Weights(Matrix<double> scores, int distance, double focus) => Normalisation.Softmax().Apply(
        scores.MapIndexed((key, query, noise) => noise + ((key + distance) % scores.RowCount == query ? focus : 0)));
}
