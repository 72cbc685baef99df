using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>Gives every cell an id that is valid and its own, the same one each time the same file is read.</summary>
internal static partial class CellIds
{
    private const int DerivedLength = 8;

    /// <summary>Keeps the first use of each valid id and derives the others from the cell's text.</summary>
    internal static IReadOnlyList<string> Complete(IReadOnlyList<(string? Id, string Source)> cells)
    {
        HashSet<string> written = [.. cells.Select(cell => cell.Id).OfType<string>()];
        HashSet<string> taken = [];
        List<string> ids = new(cells.Count);
        foreach ((string? id, string source) in cells)
        {
            bool keep = id is not null && Valid().IsMatch(id) && taken.Add(id);
            ids.Add(keep ? id! : Derive(source, candidate => !written.Contains(candidate) && taken.Add(candidate)));
        }

        return ids;
    }

    private static string Derive(string source, Func<string, bool> claim)
    {
        for (int attempt = 0; ; attempt++)
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{attempt}\n{source}"));
            string candidate = Convert.ToHexStringLower(hash)[..DerivedLength];
            if (claim(candidate))
            {
                return candidate;
            }
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex Valid();
}
