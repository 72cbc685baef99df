namespace AttentionNotebooks;

/// <summary>The picture of each result of the engine, found by the engine by this name.</summary>
internal sealed class FigurePictures : IPictures
{
    Displayable IPictures.Of<T>(LabelledMatrix<T> matrix) => matrix.Figure();

    Displayable IPictures.Of<T>(LabelledVector<T> vector) => vector.Figure();

    Displayable IPictures.Of<T>(AttentionTrace<T> trace) => TraceFigure.Of(trace);

    Displayable IPictures.Of<T>(TokenTrace<T> trace) => TokenFigure.Of(trace);

    Displayable IPictures.Of<T>(MultiHeadTrace<T> trace) => MultiHeadFigure.Of(trace);

    Displayable IPictures.Of<T>(AttentionTraceGradients<T> gradients) => gradients.Figure();

    Displayable IPictures.Of<T>(MultiHeadGradients<T> gradients) => gradients.Figure();

    Displayable IPictures.Of(GradientCheck check) => new GradientCheckFigure(check);

    Displayable IPictures.Of(AttentionMap map) => new HeatmapFigure(map);

    Displayable IPictures.Of(AttentionDifference difference) => new DifferenceFigure(difference);

    Displayable IPictures.Of(HeadStatistics statistics) => new StatisticsFigure(statistics);

    Displayable IPictures.Of(AttentionGrowth growth) => new GrowthFigure(growth);

    Displayable IPictures.Of(TrainingHistory history) => new LossFigure(history);

    Displayable IPictures.Of(AttentionFilm film) => new FilmFigure(film);

    Displayable IPictures.Of(RelationReport report) => new RelationFigure(report);

    Displayable IPictures.Of(Reading reading) => reading.Figure();

    Displayable IPictures.Of(ReadingChange change) => change.Effect.Figure(change.Vocabulary.Words);

    Displayable IPictures.Of(Sentence sentence) => new SentenceFigure(sentence);
}
