namespace AttentionNotebooks;

/// <summary>What a header says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Shape">Its sizes, none of them negative.</param>
/// <param name="Begin">Its first byte within the data.</param>
/// <param name="End">The byte behind its last one.</param>
internal sealed record TensorEntry(string Name, DType Type, long[] Shape, long Begin, long End);
