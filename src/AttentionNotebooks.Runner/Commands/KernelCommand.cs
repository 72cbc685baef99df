using System.CommandLine;
using AttentionNotebooks.Runner.Jupyter;
using AttentionNotebooks.Runner.Jupyter.Connections;
using AttentionNotebooks.Runner.Jupyter.Specs;
using NetMQ;

namespace AttentionNotebooks.Runner.Commands;

/// <summary><c>attention-notebooks kernel</c>: what makes this program a kernel of Jupyter, and undoes it.</summary>
internal static class KernelCommand
{
    private static readonly Option<string> Name = new("--name")
    {
        Description = "What Jupyter calls the kernel.",
        DefaultValueFactory = _ => KernelSpec.DefaultName,
    };

    private static readonly Option<bool> User = new("--user") { Description = "For this user; so it is without --prefix, too." };

    private static readonly Option<string?> Prefix = new("--prefix") { Description = "Below this folder, such as a Python environment." };

    private static readonly Option<bool> Force = new("--force") { Description = "Even if another program's kernel has that name." };

    private static readonly Argument<string> ConnectionFilePath = new("connection-file") { Description = "Jupyter's connection file." };

    private static readonly Option<string?> Packages = new("--packages") { Description = "A folder of packages that notebooks find." };

    /// <summary>Makes the command.</summary>
    public static Command Create() => new("kernel", "Open C# notebooks live in Jupyter.") { Install(), Uninstall(), List(), Start() };

    private static Command Install()
    {
        var command = new Command("install", "Tell Jupyter of this kernel.") { Name, User, Prefix, Force };
        command.SetAction(arguments => Do(arguments, output =>
        {
            var assembly = typeof(KernelCommand).Assembly.Location;
            var spec = KernelSpec.Write(assembly, BuiltPackages.FindFor(assembly));
            output.WriteLine($"Installed: {Folder(arguments).Install(arguments.GetRequiredValue(Name), spec, arguments.GetValue(Force))}");
        }));
        return command;
    }

    private static Command Uninstall()
    {
        var command = new Command("uninstall", "Remove this kernel from Jupyter.") { Name, User, Prefix, Force };
        command.SetAction(arguments => Do(arguments, output =>
            output.WriteLine($"Removed: {Folder(arguments).Uninstall(arguments.GetRequiredValue(Name), arguments.GetValue(Force))}")));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List where this kernel is installed.") { User, Prefix };
        command.SetAction(arguments => Do(arguments, output =>
        {
            foreach (var folder in Folder(arguments).FindOurs()) output.WriteLine($"{Path.GetFileName(folder)}  {folder}");
        }));
        return command;
    }

    private static Command Start()
    {
        var command = new Command("start", "Be a kernel, as Jupyter starts it.") { ConnectionFilePath, Packages };
        command.Hidden = true;
        command.SetAction(arguments => Do(arguments, _ =>
            KernelHost.Run(arguments.GetRequiredValue(ConnectionFilePath), arguments.GetValue(Packages))));
        return command;
    }

    private static int Do(ParseResult arguments, Action<TextWriter> action)
    {
        try
        {
            action(arguments.InvocationConfiguration.Output);
            return ExitCodes.Success;
        }
        catch (Exception exception) when (IsForTheUser(exception))
        {
            arguments.InvocationConfiguration.Error.WriteLine(exception.Message);
            return ExitCodes.Failure;
        }
    }

    private static bool IsForTheUser(Exception exception) =>
        exception is CommandException or ConnectionFileException or NetMQException or IOException or UnauthorizedAccessException;

    private static KernelSpecFolder Folder(ParseResult arguments)
    {
        var prefix = arguments.GetValue(Prefix);
        if (prefix is not null && arguments.GetValue(User)) throw new CommandException("Give --user or --prefix, not both.");
        return new KernelSpecFolder(prefix is null ? JupyterFolders.UserKernels : JupyterFolders.KernelsBelow(prefix));
    }
}
