using AttentionNotebooks.Runner.Jupyter.Execution;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Jupyter;

/// <summary>Opens the kernel's session while the front end still greets the kernel, so that the first cell finds the compiler awake.</summary>
internal static class SessionStart
{
    /// <summary>Opens a session in the current directory, which Jupyter makes the notebook's folder.</summary>
    /// <param name="packageSource">A source of packages beside those of the notebook's folder; null for none.</param>
    public static async Task<Session> OpenAsync(string? packageSource)
    {
        var session = new Session(Environment.CurrentDirectory, new PackageRestorer(CacheFolder.Path));
        if (packageSource is not null) session.AddPackageSource(packageSource);
        await session.RunAsync(new CellSource("Cell 0", "1"), new CellResults(audience: null), CancellationToken.None).ConfigureAwait(false);
        _ = session.WarmUpAsync(CancellationToken.None); // Not waited for: the first cell goes before the first completion.
        return session;
    }
}
