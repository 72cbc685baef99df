using System.Globalization;

namespace AttentionNotebooks.Notebooks.Tests.Jupyter;

/// <summary>The processes of this machine, as Linux tells of them.</summary>
internal static class ProcessTree
{
    internal static int[] ChildrenOf(int process) =>
    [
        .. from task in Directory.EnumerateDirectories($"/proc/{process}/task")
           from child in File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select int.Parse(child, CultureInfo.InvariantCulture),
    ];

    internal static bool IsAlive(int process) => Directory.Exists($"/proc/{process}");
}
