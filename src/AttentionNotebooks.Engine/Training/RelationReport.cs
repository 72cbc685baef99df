namespace AttentionNotebooks;

/// <summary>What the heads of a trained model do, measured: for each relation how much each head looks at the deciding word, and what is lost when it is silenced.</summary>
/// <remarks>Immutable. Shows itself as a table of heads and relations.</remarks>
public sealed class RelationReport : EngineResult
{
    /// <summary>A report of measurements.</summary>
    /// <param name="relations">At least one; no name twice. Copied.</param>
    /// <param name="heads">One for each relation of each head, in any order; at least one head. Copied.</param>
    /// <exception cref="ArgumentException">There is no relation or no head, a name occurs twice, or a head lacks a relation, has it twice, or has one that is not among the relations.</exception>
    public RelationReport(IReadOnlyList<MeasuredRelation> relations, IReadOnlyList<HeadOnRelation> heads)
    {
        ArgumentNullException.ThrowIfNull(relations);
        ArgumentNullException.ThrowIfNull(heads);
        if (relations.Count == 0) throw new ArgumentException("relations must hold at least one relation: it is empty.", nameof(relations));
        if (relations.Contains(null)) throw new ArgumentException("relations must not hold null.", nameof(relations));
        if (heads.Count == 0) throw new ArgumentException("heads must hold at least one head: it is empty.", nameof(heads));
        if (heads.Contains(null)) throw new ArgumentException("heads must not hold null.", nameof(heads));
        if (relations.CountBy(relation => relation.Name).FirstOrDefault(name => name.Value > 1).Key is { } twice)
            throw new ArgumentException($"relations must hold each name once: '{twice}' occurs twice.", nameof(relations));
        Relations = [.. relations];
        Heads = [.. heads.GroupBy(one => (one.Layer, one.Head)).OrderBy(head => head.Key).Select(head => new HeadReport(InOrder(head.Key, [.. head]), Relations))];
    }

    /// <summary>The relations, as they were given.</summary>
    public IReadOnlyList<MeasuredRelation> Relations { get; }

    /// <summary>The heads, layer by layer.</summary>
    public IReadOnlyList<HeadReport> Heads { get; }

    /// <summary>The heads that do nothing that was measured (<see cref="HeadReport.IsIdle"/>).</summary>
    public IReadOnlyList<HeadReport> IdleHeads => [.. Heads.Where(head => head.IsIdle)];

    internal string Description => $"What {Heads.Count} heads do for {Relations.Count} relations";

    /// <summary>One relation.</summary>
    /// <param name="relation">Its name.</param>
    /// <returns>How well the model answers.</returns>
    /// <exception cref="ArgumentException">There is no such relation.</exception>
    public MeasuredRelation this[string relation] => Relations[Place(relation)];

    /// <summary>What one head does for one relation.</summary>
    /// <param name="layer">Number of the layer.</param>
    /// <param name="head">Number of the head.</param>
    /// <param name="relation">The name of the relation.</param>
    /// <returns>Its share on the deciding word, and what is lost without it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head.</exception>
    /// <exception cref="ArgumentException">There is no such relation.</exception>
    public HeadOnRelation this[int layer, int head, string relation] => this[layer, head].Relations[Place(relation)];

    /// <summary>What one head does for each relation.</summary>
    /// <param name="layer">Number of the layer.</param>
    /// <param name="head">Number of the head.</param>
    /// <returns>All that was measured of it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head.</exception>
    public HeadReport this[int layer, int head] =>
        Heads.FirstOrDefault(report => report.Layer == layer && report.Head == head)
            ?? throw new ArgumentOutOfRangeException(nameof(head), head, $"head must be one that was measured: there is no head {head} in a layer {layer}.");

    /// <summary>The head that looks most at the deciding word of a relation.</summary>
    /// <param name="relation">The name of the relation.</param>
    /// <returns>The one with the greatest share; of equals the first.</returns>
    /// <exception cref="ArgumentException">There is no such relation.</exception>
    public HeadOnRelation BestHead(string relation) => Of(relation).MaxBy(one => one.Share)!;

    /// <summary>The head without which a relation loses most.</summary>
    /// <param name="relation">The name of the relation.</param>
    /// <returns>The one with the greatest loss of accuracy; of equals the first.</returns>
    /// <exception cref="ArgumentException">There is no such relation.</exception>
    public HeadOnRelation CostliestHead(string relation) => Of(relation).MaxBy(one => one.AccuracyLoss)!;

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    private IEnumerable<HeadOnRelation> Of(string relation)
    {
        int place = Place(relation);
        return Heads.Select(head => head.Relations[place]);
    }

    private int Place(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        for (int place = 0; place < Relations.Count; place++)
        {
            if (Relations[place].Name == relation) return place;
        }

        throw new ArgumentException($"relation must be one of {string.Join(", ", Relations.Select(one => one.Name))}: it is '{relation}'.", nameof(relation));
    }

    private HeadOnRelation[] InOrder((int Layer, int Head) head, HeadOnRelation[] measured)
    {
        foreach (HeadOnRelation one in measured)
        {
            if (Relations.All(relation => relation.Name != one.Relation))
                throw Check.Wrong("heads", $"heads must hold relations of the report only: layer {head.Layer}, head {head.Head} has '{one.Relation}'.");
        }

        return [.. Relations.Select(relation => Single(head, relation.Name, [.. measured.Where(one => one.Relation == relation.Name)]))];
    }

    private static HeadOnRelation Single((int Layer, int Head) head, string relation, HeadOnRelation[] found) => found.Length == 1
        ? found[0]
        : throw Check.Wrong("heads", $"heads must hold each relation of each head once: layer {head.Layer}, head {head.Head} has '{relation}' {found.Length} times.");
}
