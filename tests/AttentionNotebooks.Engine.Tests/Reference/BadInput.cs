namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Asserts that bad input is refused as it should be: with the argument's name, and with what its user needs to know.</summary>
internal static class BadInput
{
    public static void Refused(string argument, string essence, Func<object?> call)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(argument, exception.ParamName);
        Assert.Contains(essence, exception.Message, StringComparison.Ordinal);
    }
}
