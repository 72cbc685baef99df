namespace AttentionNotebooks.Browser.Tests;

/// <summary>Programs that a test needs and a person's machine may lack; a build server must have them.</summary>
internal static class Needed
{
    internal static void Skip(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
