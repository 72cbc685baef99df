using AttentionNotebooks.Runner.Outputs;
using Microsoft.DotNet.Interactive.Formatting;

namespace AttentionNotebooks.Runner.Sessions;

/// <summary>Turns a value into a bundle of MIME types, as the .NET Interactive kernel does.</summary>
internal static class ValueFormatter
{
    /// <summary>Formats <paramref name="value"/> in each of the MIME types, or in those that its type prefers if none is named.</summary>
    public static DisplayOutput Format(object? value, IReadOnlyCollection<string> mimeTypes, bool isResult = false, string? displayId = null)
    {
        if (mimeTypes.Count == 0) mimeTypes = Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object));
        var data = mimeTypes.Distinct().ToDictionary(mimeType => mimeType, mimeType => Formatter.ToDisplayString(value, mimeType));
        return new DisplayOutput(data, isResult, displayId);
    }
}
