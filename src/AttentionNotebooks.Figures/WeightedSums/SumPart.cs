namespace AttentionNotebooks;

/// <summary>One addend of a sum of vectors.</summary>
/// <param name="Label">Whose it is.</param>
/// <param name="Amount">Its weight or its length: one number that says how much it counts.</param>
/// <param name="Source">The vector that it is made of; null where it stands for several, or is made of none.</param>
/// <param name="Addend">What it adds.</param>
internal sealed record SumPart(string Label, double Amount, double[]? Source, double[] Addend);
