using System.Text.RegularExpressions;
using AttentionNotebooks.Runner.Commands;

namespace AttentionNotebooks.Runner.Jupyter.Specs;

/// <summary>The kernels that Jupyter finds in one folder.</summary>
internal sealed partial class KernelSpecFolder(string folder)
{
    /// <summary>Writes a specification, aside first, so that Jupyter sees all of it or nothing; gives its folder.</summary>
    /// <exception cref="CommandException">Another program's stands there, and <paramref name="force"/> is false.</exception>
    public string Install(string name, string spec, bool force)
    {
        var target = FolderOf(name);
        if (Directory.Exists(target) && !force && !KernelSpec.IsOurs(target))
            throw new CommandException($"'{target}' belongs to another program; it is overwritten only with --force.");

        Directory.CreateDirectory(folder);
        var aside = Directory.CreateDirectory(Path.Combine(folder, $".{Guid.NewGuid():n}.tmp")).FullName;
        try
        {
            File.WriteAllText(Path.Combine(aside, KernelSpec.FileName), spec);
            if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
            Directory.Move(aside, target);
            return target;
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
    }

    /// <summary>Removes a specification; gives the folder that it had.</summary>
    /// <exception cref="CommandException">There is none, or it is another program's and <paramref name="force"/> is false.</exception>
    public string Uninstall(string name, bool force)
    {
        var target = FolderOf(name);
        if (!Directory.Exists(target)) throw new CommandException($"There is no kernel '{name}' in '{folder}'.");
        if (!force && !KernelSpec.IsOurs(target))
            throw new CommandException($"'{target}' belongs to another program; it is removed only with --force.");
        Directory.Delete(target, recursive: true);
        return target;
    }

    /// <summary>The folders of the specifications that this program wrote.</summary>
    public IReadOnlyList<string> FindOurs() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Where(KernelSpec.IsOurs).Order(StringComparer.Ordinal)] : [];

    private string FolderOf(string name)
    {
        // Jupyter's own rule; it also keeps the name within the folder.
        if (!Name().IsMatch(name) || name is "." or "..")
            throw new CommandException($"'{name}' is no name of a kernel: letters, digits, '.', '-' and '_' are.");
        return Path.Combine(folder, name);
    }

    [GeneratedRegex(@"^[A-Za-z0-9._\-]+\z")]
    private static partial Regex Name();
}
