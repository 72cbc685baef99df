using System.Reflection;
using System.Runtime.Loader;

namespace AttentionNotebooks.Hosts;

/// <summary>Answers a request for a newer FSharp.Core with the one that is loaded already.</summary>
/// <remarks>
/// Plotly.NET 6.0.0 asks for FSharp.Core 10.1, the .NET Interactive kernel carries 10.0, and .NET does not hand out a lower version by itself;
/// Plotly.NET uses nothing that 10.0 lacks. Where no FSharp.Core is loaded, the request goes on as usual.
/// </remarks>
internal static class SharedFSharpCore
{
    private static int isUsed;

    internal static void Use()
    {
        if (Interlocked.Exchange(ref isUsed, 1) == 0) AssemblyLoadContext.Default.Resolving += static (_, name) => Find(name);
    }

    private static Assembly? Find(AssemblyName name) =>
        name.Name == "FSharp.Core" ? AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == name.Name) : null;
}
