using System.Globalization;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>Runs code under a culture that writes 1,5 and 4.096, made by hand because the tests carry no culture data.</summary>
internal static class GermanCulture
{
    internal static T Run<T>(Func<T> code)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NumberGroupSeparator = ".";
        german.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = german;
            Assert.Equal("~1,5", (-1.5).ToString());
            return code();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
