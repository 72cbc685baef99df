using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class TrainingHistoryTests
{
    [Fact]
    public void Points_ChangedByTheCaller_StayAsTheyWere()
    {
        TrainingPoint[] points = [Point(0)];
        TrainingHistory history = new(points);
        points[0] = Point(5);
        Assert.Equal(0, Assert.Single(history.Points).Step);
    }

    [Fact]
    public void Points_Wrong_AreRefused()
    {
        BadInput.Refused("points", "is empty", () => new TrainingHistory([]));
        BadInput.Refused("points", "null", () => new TrainingHistory([null!]));
        BadInput.Refused("points", "step 3 follows step 3", () => new TrainingHistory([Point(3), Point(3)]));
        BadInput.Refused("points", "step 2 follows step 3", () => new TrainingHistory([Point(3), Point(2)]));
    }

    [Fact]
    public void Numbers_OutOfTheirRange_AreRefused()
    {
        BadInput.Refused("step", "", () => Point(-1));
        BadInput.Refused("loss", "finite", () => new TrainingPoint(0, double.NaN, 0, 0));
        BadInput.Refused("learningRate", "from 0", () => new TrainingPoint(0, 0, -1, 0));
        BadInput.Refused("gradientNorm", "finite", () => new TrainingPoint(0, 0, 0, double.PositiveInfinity));
        BadInput.Refused("heldOutLoss", "finite", () => new TrainingPoint(0, 0, 0, 0, heldOutLoss: double.NaN));
        BadInput.Refused("heldOutAccuracy", "from 0 to 1", () => new TrainingPoint(0, 0, 0, 0, heldOutAccuracy: 95));
    }

    private static TrainingPoint Point(int step) => new(step, loss: 1, learningRate: 0.1, gradientNorm: 1);
}
