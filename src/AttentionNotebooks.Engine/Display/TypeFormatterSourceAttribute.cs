namespace AttentionNotebooks;

/// <summary>Names the class that formats a type.</summary>
/// <remarks>
/// .NET Interactive looks for an attribute of exactly this name, in any namespace, and reads these two properties by reflection.
/// So our types render there although neither the engine nor the figures reference that host.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}
