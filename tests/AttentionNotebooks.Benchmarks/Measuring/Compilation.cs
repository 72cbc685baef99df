namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>Has code compiled with optimisation before it is measured.</summary>
internal static class Compilation
{
    /// <summary>More calls than the runtime waits for.</summary>
    private const int Calls = 60;

    /// <summary>The runtime compiles once no new code has come for a while (100 ms); the rest is for doing it.</summary>
    private static readonly TimeSpan Done = TimeSpan.FromMilliseconds(250);

    /// <summary>Calls each action often enough, and again: a method is compiled in two steps where its loops run long.</summary>
    public static void Await(params IReadOnlyList<Action> actions)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var action in actions)
            {
                for (var call = 0; call < Calls; call++) action();
            }

            Thread.Sleep(Done);
        }
    }
}
