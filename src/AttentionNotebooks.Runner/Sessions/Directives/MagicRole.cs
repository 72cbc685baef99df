namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>What a magic command makes of the lines below it.</summary>
internal enum MagicRole
{
    /// <summary>Nothing: they stay what they are.</summary>
    Command,

    /// <summary>They are C#.</summary>
    BeginsCode,

    /// <summary>They are text for the command itself, up to the next line that begins a language.</summary>
    BeginsText,
}
