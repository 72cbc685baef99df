using Microsoft.CodeAnalysis;

namespace AttentionNotebooks.Runner.Sessions.Scripts;

/// <summary>References to assemblies on disk that know their documentation.</summary>
internal static class AssemblyReference
{
    /// <summary>Refers to the assembly at a path; its documentation is read when somebody asks for it.</summary>
    public static PortableExecutableReference Create(string path) =>
        MetadataReference.CreateFromFile(path, documentation: new AssemblyDocumentation(path));
}
