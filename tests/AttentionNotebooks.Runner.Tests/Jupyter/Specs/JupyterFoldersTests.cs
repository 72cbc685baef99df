using AttentionNotebooks.Runner.Jupyter.Specs;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Specs;

[Collection(ProcessWide.Name)]
public sealed class JupyterFoldersTests
{
    [Fact]
    public void UserKernels_WhereTheEnvironmentNamesAFolder_AreThere()
    {
        var before = Environment.GetEnvironmentVariable(JupyterFolders.Variable);
        using var folder = new TemporaryFolder();
        try
        {
            Environment.SetEnvironmentVariable(JupyterFolders.Variable, folder.Path);
            Assert.Equal(folder.File("kernels"), JupyterFolders.UserKernels);
            Environment.SetEnvironmentVariable(JupyterFolders.Variable, null);
            Assert.EndsWith(Path.Combine(OperatingSystem.IsMacOS() ? "Jupyter" : "jupyter", "kernels"), JupyterFolders.UserKernels);
        }
        finally
        {
            Environment.SetEnvironmentVariable(JupyterFolders.Variable, before);
        }
    }
}
