using System.Reflection;

namespace AttentionNotebooks.Engine.Tests.Conventions;

/// <summary>Promises of the whole public surface, kept by reflection rather than by attention.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly Type[] PublicTypes = typeof(Displayable).Assembly.GetExportedTypes();

    [Fact]
    public void Namespaces_OfPublicTypes_AreOne() => Assert.Equal(["AttentionNotebooks"], PublicTypes.Select(type => type.Namespace).Distinct());

    [Fact]
    public void StaticState_OfAnyType_IsReadOnly() => Assert.Empty(typeof(Displayable).Assembly.GetTypes()
        .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal))
        .Select(field => $"{field.DeclaringType}.{field.Name}"));

    [Fact]
    public void Properties_OfPublicTypes_CannotBeSet() => Assert.Empty(PublicTypes
        .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInitOnly(setter))
        .Select(property => $"{property.DeclaringType}.{property.Name}"));

    [Fact]
    public void Fields_OfPublicTypes_AreNotPublic() => Assert.Empty(PublicTypes.Where(type => !type.IsEnum)
        .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public))
        .Where(field => !field.IsLiteral)
        .Select(field => $"{field.DeclaringType}.{field.Name}"));

    private static bool IsInitOnly(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Length > 0;
}
