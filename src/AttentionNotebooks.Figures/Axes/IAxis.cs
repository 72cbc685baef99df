namespace AttentionNotebooks;

/// <summary>A side of a plot: where a value stands along it, and which values are told beside it.</summary>
internal interface IAxis
{
    /// <summary>Pixels from the start of the axis.</summary>
    double Place(double value);

    /// <summary>Round values on the axis, as many as have room.</summary>
    /// <param name="room">Pixels that a label takes along the axis.</param>
    IEnumerable<double> Ticks(double room);
}
