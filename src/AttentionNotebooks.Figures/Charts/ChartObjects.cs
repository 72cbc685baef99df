namespace AttentionNotebooks;

/// <summary>Writes plotly.js's own attribute names into Plotly.NET's objects, which stay typed for whoever goes on with them.</summary>
internal static class ChartObjects
{
    /// <summary>The same object with one attribute more.</summary>
    internal static T With<T>(this T target, string name, object value)
        where T : DynamicObj.DynamicObj
    {
        target.SetProperty(name, value);
        return target;
    }
}
