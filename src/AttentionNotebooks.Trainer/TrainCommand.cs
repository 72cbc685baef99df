using System.CommandLine;
using System.Globalization;

namespace AttentionNotebooks.Training;

/// <summary>The command line: trains, measures, writes the model and prints its report.</summary>
internal static class TrainCommand
{
    private const string DefaultOutput = "src/AttentionNotebooks.Engine/TrainedModels/heads.safetensors";

    private static readonly TrainingRecipe Recipe = new();

    internal static RootCommand Create()
    {
        Option<int> seed = new("--seed") { Description = "Of the first weights and of the sentences.", DefaultValueFactory = _ => Recipe.Options.Seed };
        Option<int> steps = new("--steps") { Description = "How many updates are made.", DefaultValueFactory = _ => Recipe.Options.Steps };
        Option<FileInfo> output = new("--output") { Description = "The file of the model.", DefaultValueFactory = _ => new FileInfo(DefaultOutput) };
        Option<FileInfo?> report = new("--report") { Description = "A Markdown file for the report, which is printed in any case." };
        output.Validators.Add(result => MustHaveItsFolder(result.GetValue(output)!, result.AddError));
        report.Validators.Add(result => MustHaveItsFolder(result.GetValue(report)!, result.AddError));
        steps.Validators.Add(result => MustBePositive(result.GetValue(steps), result.AddError));
        RootCommand command = new("Trains the model that comes with the package, and measures what its heads do.") { seed, steps, output, report };
        command.SetAction((parsed, cancellation) =>
            Task.Run(() => Train(With(parsed.GetValue(seed), parsed.GetValue(steps), cancellation), parsed.GetValue(output)!.FullName, parsed.GetValue(report)?.FullName), CancellationToken.None));
        return command;
    }

    /// <summary>A shorter training warms up for a shorter time.</summary>
    private static TrainingRecipe With(int seed, int steps, CancellationToken cancellation) => Recipe with
    {
        Options = Recipe.Options with
        {
            Seed = seed,
            Steps = steps,
            WarmUpSteps = (int)((long)Recipe.Options.WarmUpSteps! * steps / Recipe.Options.Steps),
            Progress = new TrainingDisplay(),
            CancellationToken = cancellation,
        },
    };

    private static int Train(TrainingRecipe recipe, string output, string? report)
    {
        try
        {
            TrainedModel model = recipe.Train();
            model.Save(output);
            string text = MarkdownReport.Of(model);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {new FileInfo(output).Length:N0} bytes\n"));
            Console.Write(text);
            if (report is not null) File.WriteAllText(report, text);
            return 0;
        }
        catch (TrainingCanceledException canceled)
        {
            Console.Error.WriteLine($"\n{canceled.Message}");
            return 1;
        }
    }

    private static void MustHaveItsFolder(FileInfo file, Action<string> addError)
    {
        if (!file.Directory!.Exists) addError($"There is no folder {file.DirectoryName}. Run this from the root of the repository, or name another file.");
    }

    private static void MustBePositive(int steps, Action<string> addError)
    {
        if (steps < 1) addError($"--steps must be at least 1: it is {steps}.");
    }
}
