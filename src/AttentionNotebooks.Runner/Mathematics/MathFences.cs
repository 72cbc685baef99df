using System.Collections.Frozen;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>Signs that enclose.</summary>
internal static class MathFences
{
    /// <summary>Fences that commands name.</summary>
    private static readonly FrozenDictionary<string, (string Sign, MathClass Class)> Commands = new Dictionary<string, (string, MathClass)>
    {
        ["{"] = ("{", MathClass.Open),
        ["}"] = ("}", MathClass.Close),
        ["lbrace"] = ("{", MathClass.Open),
        ["rbrace"] = ("}", MathClass.Close),
        ["lbrack"] = ("[", MathClass.Open),
        ["rbrack"] = ("]", MathClass.Close),
        ["langle"] = ("⟨", MathClass.Open),
        ["rangle"] = ("⟩", MathClass.Close),
        ["lfloor"] = ("⌊", MathClass.Open),
        ["rfloor"] = ("⌋", MathClass.Close),
        ["lceil"] = ("⌈", MathClass.Open),
        ["rceil"] = ("⌉", MathClass.Close),
        ["lvert"] = ("|", MathClass.Open),
        ["rvert"] = ("|", MathClass.Close),
        ["lVert"] = ("‖", MathClass.Open),
        ["rVert"] = ("‖", MathClass.Close),
        ["vert"] = ("|", MathClass.Ordinary),
        ["|"] = ("‖", MathClass.Ordinary),
        ["Vert"] = ("‖", MathClass.Ordinary),
    }.ToFrozenDictionary();

    /// <summary>Heights in em of the fences that a writer sizes by hand.</summary>
    private static readonly FrozenDictionary<string, double> Sizes =
        new Dictionary<string, double> { ["big"] = 1.2, ["Big"] = 1.8, ["bigg"] = 2.4, ["Bigg"] = 3 }.ToFrozenDictionary();

    /// <summary>The fence that a token is; false where it is none.</summary>
    internal static bool TryGet(LatexToken token, out (string Sign, MathClass Class) fence)
    {
        if (token.Kind == LatexTokenKind.Command)
        {
            return Commands.TryGetValue(token.Text, out fence);
        }

        fence = (token.Text, Class(token.Text));
        return token.Kind == LatexTokenKind.Symbol && token.Text is "(" or ")" or "[" or "]" or "|" or "/" or "⟨" or "⟩" or "‖";
    }

    /// <summary>The height and role that a command such as <c>\bigl</c> gives to the fence after it; false where it is no such command.</summary>
    internal static bool TryGetSize(string command, out double height, out MathClass side)
    {
        side = command switch
        {
            [.., 'l'] => MathClass.Open,
            [.., 'r'] => MathClass.Close,
            [.., 'm'] => MathClass.Relation,
            _ => MathClass.Ordinary,
        };
        return Sizes.TryGetValue(side == MathClass.Ordinary ? command : command[..^1], out height);
    }

    private static MathClass Class(string sign)
    {
        return sign switch
        {
            "(" or "[" or "⟨" => MathClass.Open,
            ")" or "]" or "⟩" => MathClass.Close,
            _ => MathClass.Ordinary,
        };
    }
}
