using System.Globalization;

namespace AttentionNotebooks;

/// <summary>The pictures of a film of attention.</summary>
public static class FilmFigures
{
    /// <summary>A film strip with a slider, to be kept or saved.</summary>
    /// <param name="film">Maps of one sentence, step after step of training.</param>
    /// <returns>The figure; it is also what the film alone, as the last line of a cell, shows.</returns>
    public static FilmFigure Figure(this AttentionFilm film)
    {
        ArgumentNullException.ThrowIfNull(film);
        return new FilmFigure(film);
    }

    /// <summary>Writes every weight of every frame as CSV (RFC 4180) in UTF-8, a line a weight: step, loss, layer, head, key, query, their tokens and the weight, exact.</summary>
    /// <param name="film">Maps of one sentence, step after step of training.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public static void SaveCsv(this AttentionFilm film, string path)
    {
        ArgumentNullException.ThrowIfNull(film);
        AtomicFile.Write(path, writer =>
        {
            writer.Write($"step,loss,{MapCsv.Headings("weight")}");
            foreach (AttentionFrame frame in film.Frames)
            {
                MapCsv lines = new(frame.Map, (layer, head) => frame.Map[layer, head]);
                lines.WriteLines(writer, string.Create(CultureInfo.InvariantCulture, $"{frame.Step},{frame.Loss:R},"));
            }
        });
    }
}
