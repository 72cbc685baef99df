using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Jupyter.Messages;
using Microsoft.CodeAnalysis.CSharp;

namespace AttentionNotebooks.Runner.Jupyter.Requests;

/// <summary><c>kernel_info_request</c>: what this kernel is and which language it speaks.</summary>
internal sealed class KernelInfoHandler : IRequestHandler
{
    private static readonly string Version = typeof(KernelInfoHandler).Assembly.GetName().Version!.ToString(3);
    private static readonly string LanguageVersion =
        Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest.MapSpecifiedToEffectiveVersion().ToDisplayString();

    /// <inheritdoc/>
    public string Type => "kernel_info_request";

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Request request) => Task.FromResult(Reply.Ok(new JsonObject
    {
        ["protocol_version"] = MessageWriter.ProtocolVersion,
        ["implementation"] = "attention-notebooks",
        ["implementation_version"] = Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = LanguageVersion,
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
            ["nbconvert_exporter"] = "script",
        },
        ["banner"] = $"AttentionNotebooks {Version}: C# {LanguageVersion} on .NET {Environment.Version}",
        ["debugger"] = false,
        ["help_links"] = new JsonArray(),
    }));
}
