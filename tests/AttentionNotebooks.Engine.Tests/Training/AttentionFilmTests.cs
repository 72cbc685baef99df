using AttentionNotebooks.Engine.Tests.Maps;
using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class AttentionFilmTests
{
    private static readonly AttentionMap Map = MapSamples.Draw(layers: 1, heads: 2, keys: 3, labels: ["the", "old", "bank"]);

    [Fact]
    public void Frames_ChangedByTheCaller_StayAsTheyWere()
    {
        AttentionFrame[] frames = [new(0, Map)];
        AttentionFilm film = new(frames);
        frames[0] = new AttentionFrame(7, Map);
        Assert.Equal(0, Assert.Single(film.Frames).Step);
    }

    [Fact]
    public void Frames_Wrong_AreRefused()
    {
        BadInput.Refused("frames", "is empty", () => new AttentionFilm([]));
        BadInput.Refused("frames", "null", () => new AttentionFilm([null!]));
        BadInput.Refused("frames", "step 1 follows step 1", () => new AttentionFilm([new(1, Map), new(1, Map)]));
        BadInput.Refused("step", "", () => new AttentionFrame(-1, Map));
        BadInput.Refused("loss", "finite", () => new AttentionFrame(0, Map, double.NaN));
    }

    [Fact]
    public void Frames_OfMapsThatDiffer_AreRefused()
    {
        Refused("4 keys", MapSamples.Draw(1, 2, 4));
        Refused("2 layers", MapSamples.Draw(2, 2, 3));
        Refused("numbers them otherwise", MapSamples.Draw(2, 2, 3, labels: Map.KeyLabels).Layer(1));
        Refused("labels of step 2", MapSamples.Draw(1, 2, 3, labels: ["the", "new", "bank"]));
        Refused("labels of step 2", MapSamples.Draw(1, 2, 3));
    }

    private static void Refused(string essence, AttentionMap other) => BadInput.Refused("frames", essence, () => new AttentionFilm([new(1, Map), new(2, other)]));
}
