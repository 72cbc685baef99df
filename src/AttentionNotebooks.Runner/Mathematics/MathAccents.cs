using System.Collections.Frozen;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>Commands that set a mark above or below their argument.</summary>
internal static class MathAccents
{
    private static readonly FrozenDictionary<string, Func<MathNode, MathNode>> Commands = new Dictionary<string, Func<MathNode, MathNode>>
    {
        ["hat"] = wearer => new Accent(wearer, "^", Stretches: false),
        ["widehat"] = wearer => new Accent(wearer, "^", Stretches: true),
        ["bar"] = wearer => new Accent(wearer, "¯", Stretches: false),
        ["overline"] = wearer => new Ruled(wearer, IsBelow: false),
        ["underline"] = wearer => new Ruled(wearer, IsBelow: true),
        ["tilde"] = wearer => new Accent(wearer, "~", Stretches: false),
        ["widetilde"] = wearer => new Accent(wearer, "~", Stretches: true),
        ["vec"] = wearer => new Accent(wearer, "→", Stretches: false),
        ["dot"] = wearer => new Accent(wearer, "˙", Stretches: false),
        ["ddot"] = wearer => new Accent(wearer, "¨", Stretches: false),
        ["overrightarrow"] = wearer => new Accent(wearer, "→", Stretches: true),
        ["overbrace"] = wearer => new Accent(wearer, "⏞", Stretches: true, IsBrace: true),
        ["underbrace"] = wearer => new Accent(wearer, "⏟", Stretches: true, IsBelow: true, IsBrace: true),
    }.ToFrozenDictionary();

    /// <summary>What a command makes of its argument; false where it is no accent.</summary>
    internal static bool TryGet(string command, out Func<MathNode, MathNode> wear) => Commands.TryGetValue(command, out wear!);
}
