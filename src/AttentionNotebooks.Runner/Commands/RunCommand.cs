using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Spectre.Console;

namespace AttentionNotebooks.Runner.Commands;

/// <summary><c>attention-notebooks run</c>: its command line, and how it ends.</summary>
internal static class RunCommand
{
    private static readonly Argument<string[]> Paths = new("paths")
    {
        Description = "Notebooks (.ipynb), and folders of notebooks.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> OutputFolder = new("--output", "-o")
    {
        Description = "Where the executed notebooks and the site are written.",
        DefaultValueFactory = _ => "artifacts",
    };

    private static readonly Option<double> Timeout = new("--timeout")
    {
        Description = "How many seconds a cell may run; restoring packages does not count.",
        DefaultValueFactory = _ => 60,
        CustomParser = ReadSeconds,
    };

    private static readonly Option<bool> NoSite = new("--no-site") { Description = "Write the executed notebooks only." };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("run", "Run C# notebooks, each in a fresh process, and write executed copies and a static site.")
        {
            Paths, OutputFolder, Timeout, NoSite,
        };
        command.SetAction((arguments, _) => RunAsync(ReadSettings(arguments), arguments.InvocationConfiguration));
        return command;
    }

    private static double ReadSeconds(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1_000_000) return seconds;
        argument.AddError($"--timeout must be a positive number of seconds; it is '{text}'.");
        return 0;
    }

    private static RunSettings ReadSettings(ParseResult arguments) => new(
        arguments.GetRequiredValue(Paths),
        arguments.GetRequiredValue(OutputFolder),
        TimeSpan.FromSeconds(arguments.GetRequiredValue(Timeout)),
        !arguments.GetValue(NoSite));

    private static async Task<int> RunAsync(RunSettings settings, InvocationConfiguration streams)
    {
        using var signals = new TerminationSignals();
        try
        {
            return await RunWithProgressAsync(settings, streams, signals.Received).ConfigureAwait(false);
        }
        catch (CommandException exception)
        {
            await streams.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException) when (signals.Received.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync("Interrupted.").ConfigureAwait(false);
            return ExitCodes.Interrupted;
        }
    }

    private static Task<int> RunWithProgressAsync(RunSettings settings, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        var isTerminal = streams.Output == Console.Out && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;
        if (!isTerminal)
            return new NotebookBatch(settings, new PlainProgress(streams.Output, streams.Error)).RunAsync(cancellationToken);

        return AnsiConsole.Status().StartAsync(
            "starting",
            status => new NotebookBatch(settings, new TerminalProgress(AnsiConsole.Console, status)).RunAsync(cancellationToken));
    }
}
