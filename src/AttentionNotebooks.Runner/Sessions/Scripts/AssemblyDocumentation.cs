using System.Collections.Concurrent;
using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace AttentionNotebooks.Runner.Sessions.Scripts;

/// <summary>The documentation comments of one assembly, from the XML file beside it or, for the framework, from the SDK's reference pack.</summary>
internal sealed class AssemblyDocumentation(string assembly) : DocumentationProvider
{
    private static readonly ConcurrentDictionary<string, Lazy<Dictionary<string, string>>> Files = new();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AssemblyDocumentation other && other.Assembly == Assembly;

    /// <inheritdoc/>
    public override int GetHashCode() => Assembly.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override string? GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        FilesFor(documentationMemberID)
            .Where(File.Exists)
            .Select(file => Files.GetOrAdd(file, path => new(() => Read(path))).Value.GetValueOrDefault(documentationMemberID))
            .FirstOrDefault(text => text is not null);

    private string Assembly { get; } = assembly;

    private IEnumerable<string> FilesFor(string memberId) =>
        Path.GetDirectoryName(Assembly) == FrameworkPack.RuntimeFolder
            ? FrameworkPack.DocumentationFor(Path.GetFileNameWithoutExtension(Assembly), memberId)
            : [Path.ChangeExtension(Assembly, ".xml")];

    private static Dictionary<string, string> Read(string path)
    {
        Dictionary<string, string> members = [];
        try
        {
            using var reader = XmlReader.Create(path);
            while (reader.ReadToFollowing("member"))
            {
                if (reader.GetAttribute("name") is not { } name) continue;
                using var member = reader.ReadSubtree();
                member.Read();
                members[name] = member.ReadInnerXml();
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // What could be read serves; a package's broken documentation is not the notebook's error.
        }

        return members;
    }
}
