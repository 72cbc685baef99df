using System.Composition.Hosting;
using Microsoft.CodeAnalysis.Host;
using Microsoft.CodeAnalysis.Host.Mef;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>
/// Roslyn's services, composed once for the process: without those that offer types from namespaces that are not imported,
/// because such a completion would also have to write a <c>using</c>, and they look through every assembly.
/// </summary>
internal static class RoslynHost
{
    private static readonly Lazy<HostServices> Composed = new(Compose);

    /// <summary>The services.</summary>
    public static HostServices Services => Composed.Value;

    private static MefHostServices Compose()
    {
        var parts = MefHostServices.DefaultAssemblies
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.Name.EndsWith("ImportCompletionProvider", StringComparison.Ordinal));
        return MefHostServices.Create(new ContainerConfiguration().WithParts(parts).CreateContainer());
    }
}
