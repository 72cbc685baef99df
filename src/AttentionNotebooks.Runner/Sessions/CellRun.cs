using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Sessions.Directives;
using AttentionNotebooks.Runner.Sessions.Errors;
using AttentionNotebooks.Runner.Sessions.Scripts;
using AttentionNotebooks.Runner.Sessions.Streams;
using Microsoft.CodeAnalysis.Scripting;

namespace AttentionNotebooks.Runner.Sessions;

/// <summary>One run of one cell: its references, the extensions of the packages it loads, then its code and magic commands in order.</summary>
internal sealed class CellRun(ScriptEngine scripts, CellDirectives directives, MagicTable magics, CellOutputs outputs)
{
    private readonly MagicCell magicCell = new(scripts, magics, outputs);

    /// <summary>Runs the cell; a failure is its last output. Once it is interrupted, any exception only says so.</summary>
    public async Task<CellOutcome> RunAsync(CellSource source, CancellationToken cancellationToken)
    {
        try
        {
            var cell = new CellParser(magics).Parse(source);
            foreach (var magic in cell.Magics) magics.Find(magic.Directive); // An unknown one is told before anything runs.
            var packages = await directives.RunAsync(cell.References, cancellationToken).ConfigureAwait(false);
            foreach (var package in packages) await RunExtensionAsync(package, cancellationToken).ConfigureAwait(false);
            foreach (var step in cell.Steps) await RunAsync(step, cancellationToken).ConfigureAwait(false);
            return CellOutcome.Succeeded;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            outputs.Emit(Describe(exception, source));
            return CellOutcome.Failed;
        }
        finally
        {
            magicCell.End();
        }
    }

    private Task RunAsync(CellStep step, CancellationToken cancellationToken) => step switch
    {
        CodeStep code => SubmitAsync(code.Source, cancellationToken),
        MagicStep magic => InterruptibleRun.Start(() => CallAsync(magic, cancellationToken), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "A cell has no such step."),
    };

    private async Task<bool> CallAsync(MagicStep magic, CancellationToken cancellationToken)
    {
        await magics.Find(magic.Directive).RunAsync(new MagicCall(magic.Directive, magic.Text, magicCell), cancellationToken);
        return true;
    }

    private async Task SubmitAsync(CellSource source, CancellationToken cancellationToken)
    {
        var script = scripts.Compile(source, cancellationToken);
        await InterruptibleRun.Start(() => RunAndShowAsync(script, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    // Formatters are the user's code too, so the result is shown where it can be stopped.
    private async Task<bool> RunAndShowAsync(Script<object> script, CancellationToken cancellationToken)
    {
        var value = await scripts.RunAsync(script, cancellationToken);
        if (value is not null) outputs.Emit(ValueFormatter.Format(value, [], isResult: true));
        return true;
    }

    /// <summary>Runs a package's extension script. Its failure is told and does not stop the cell.</summary>
    private async Task RunExtensionAsync(RestoredPackage package, CancellationToken cancellationToken)
    {
        if (!File.Exists(package.ExtensionScript)) return;
        var text = await File.ReadAllTextAsync(package.ExtensionScript, cancellationToken).ConfigureAwait(false);
        var source = new CellSource($"extension of {package.Id}", text);
        try
        {
            await SubmitAsync(source with { Text = DibScript.ReadCSharp(source.Text) }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var notice = $"The extension script of {package.Id} {package.Version} failed; the cell goes on without it.";
            outputs.Write(StreamName.Stderr, string.Join("\n", Describe(exception, source).Traceback.Prepend(notice)) + "\n");
        }
    }

    private static ErrorOutput Describe(Exception exception, CellSource source) => exception switch
    {
        CompilationErrorException compilation => CompilerErrors.Describe(compilation, source),
        ScriptFailedException { InnerException: { } inner } => ExceptionReport.Describe(inner, source),
        CellException known => new ErrorOutput(known.Name, known.Message, [Place(source, known.Line) + known.Message], known.Line),
        _ => ExceptionReport.Describe(exception, source),
    };

    private static string Place(CellSource source, int? line) => line is null ? $"{source.Name}: " : $"{source.Name}, line {line}: ";
}
