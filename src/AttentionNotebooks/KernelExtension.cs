using AttentionNotebooks.Hosts;

namespace AttentionNotebooks;

/// <summary>What runs when a notebook loads the package by <c>#r "nuget: AttentionNotebooks"</c>.</summary>
public static class KernelExtension
{
    /// <summary>Lets Plotly.NET load in this process and registers the formatters of matrices, vectors and charts. Calling it again changes nothing.</summary>
    /// <remarks>Our own types need no registration: hosts find their forms by name, see <see cref="Displayable"/>.</remarks>
    public static void Load()
    {
        SharedFSharpCore.Use();
        Formatters.Register();
    }
}
