namespace AttentionNotebooks;

/// <summary>Finds a token by what it says.</summary>
internal static class TokenLabels
{
    internal static int Find(IReadOnlyList<string>? labels, string token, int? occurrence, string name = "token")
    {
        if (labels is null) throw new ArgumentException($"{name} cannot be looked up: the input has no labels, and '{token}' was asked for.", name);
        int[] places = [.. Enumerable.Range(0, labels.Count).Where(index => labels[index] == token)];
        if (places.Length == 0)
            throw new ArgumentException($"{name} must be one of the input's labels: '{token}' is none of {string.Join(", ", labels)}.", name);
        if (occurrence is null && places.Length > 1)
        {
            throw new ArgumentException(
                $"{name} must be unambiguous: '{token}' stands at {string.Join(", ", places)}; say which by its index or as occurrence 1 to {places.Length}.",
                name);
        }

        if (occurrence < 1 || occurrence > places.Length)
            throw new ArgumentOutOfRangeException(nameof(occurrence), occurrence, $"occurrence must be from 1 to {places.Length} for '{token}'.");
        return places[(occurrence ?? 1) - 1];
    }
}
