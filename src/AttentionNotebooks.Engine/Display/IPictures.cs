using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The picture of each kind of result. The figures implement it; without them the engine shows plain lines.</summary>
internal interface IPictures
{
    Displayable Of<T>(LabelledMatrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T>;

    Displayable Of<T>(LabelledVector<T> vector)
        where T : unmanaged, IFloatingPointIeee754<T>;

    Displayable Of<T>(AttentionTrace<T> trace)
        where T : unmanaged, IFloatingPointIeee754<T>;

    Displayable Of<T>(TokenTrace<T> trace)
        where T : unmanaged, IFloatingPointIeee754<T>;

    Displayable Of<T>(MultiHeadTrace<T> trace)
        where T : unmanaged, IFloatingPointIeee754<T>;

    Displayable Of<T>(AttentionTraceGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>;

    Displayable Of<T>(MultiHeadGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>;

    Displayable Of(GradientCheck check);

    Displayable Of(AttentionMap map);

    Displayable Of(AttentionDifference difference);

    Displayable Of(HeadStatistics statistics);

    Displayable Of(AttentionGrowth growth);

    Displayable Of(TrainingHistory history);

    Displayable Of(AttentionFilm film);

    Displayable Of(RelationReport report);

    Displayable Of(Reading reading);

    Displayable Of(ReadingChange change);

    Displayable Of(Sentence sentence);
}
