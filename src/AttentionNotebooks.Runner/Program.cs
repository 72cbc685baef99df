using System.CommandLine;
using AttentionNotebooks.Runner.Commands;
using AttentionNotebooks.Runner.Workers;

// Not a command of the command line: what this program starts itself as, once for each notebook.
if (args is [WorkerArguments.Command, .. var workerArguments])
{
    WorkerHost.Run(WorkerArguments.Parse(workerArguments));
    return ExitCodes.Success;
}

var root = new RootCommand("Runs C# notebooks headless, and live in Jupyter.") { RunCommand.Create(), KernelCommand.Create() };

// Signals are RunCommand's own business: it ends in order, however long that takes.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await root.Parse(args).InvokeAsync(configuration).ConfigureAwait(false);
